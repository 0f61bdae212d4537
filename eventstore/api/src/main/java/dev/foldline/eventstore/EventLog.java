package dev.foldline.eventstore;

/** One aggregate type's log, to append to and to read. */
public interface EventLog extends LogReader, LogAppender {}
