declare module 'scs-solver';
