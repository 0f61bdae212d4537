/**
 * The log on MongoDB: one database per context, one collection per partition, one document per commit.
 *
 * <p>{@link dev.foldline.eventstore.mongodb.MongoEventStore} is the way in. A Quarkus application that has this jar gets it
 * as a bean.
 */
@NullMarked
package dev.foldline.eventstore.mongodb;

import org.jspecify.annotations.NullMarked;
