package dev.foldline.functions;

/** Marks the events of a context, so that the build can register them for native executables. */
public interface DomainEvent {}
