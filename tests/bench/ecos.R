# Rscript ecos.R version          the version of ECOSolveR
# Rscript ecos.R TASK ANSWER TOLERANCE
#   solves what peers.py wrote to TASK; x goes to ANSWER, "milliseconds<TAB>status" is printed
library(ECOSolveR)
words <- commandArgs(trailingOnly = TRUE)
if (words[1] == "version") {
  cat(as.character(packageVersion("ECOSolveR")), "\n")
  quit(status = 0)
}

task <- file(words[1], "rb")
integers <- function(count) readBin(task, "integer", count, size = 4, endian = "little")
doubles <- function(count) readBin(task, "double", count, size = 8, endian = "little")
head <- integers(5)  # variables, rows, nonzeros, linear rows, second-order cones
cones <- integers(head[5])
i <- integers(head[3])
j <- integers(head[3])
G <- structure(list(i = i, j = j, v = doubles(head[3]), nrow = head[2], ncol = head[1]), class = "simple_triplet_matrix")
c <- doubles(head[1])
h <- doubles(head[2])
close(task)
# ECOSolveR asks for the class of package slam, which is not needed for more than this.
.S3method("dim", "simple_triplet_matrix", function(x) c(x$nrow, x$ncol))

tolerance <- as.numeric(words[3])
control <- ecos.control(feastol = tolerance, reltol = tolerance, abstol = tolerance)
solve <- function() ECOS_csolve(c = c, G = G, h = h, dims = list(l = head[4], q = cones, e = 0L), control = control)
milliseconds <- function(answer) 1000 * answer$timing[["runtime"]]  # ECOS's own clock: set-up and solve
answer <- solve()  # warms up
times <- milliseconds(answer)
if (times < 2000) {
  times <- numeric(0)
  while (length(times) < 3 || sum(times) < 200) times <- c(times, milliseconds(solve()))
}
writeBin(answer$x, words[2], size = 8, endian = "little")
cat(median(times), "\t", answer$infostring, "\n", sep = "")
