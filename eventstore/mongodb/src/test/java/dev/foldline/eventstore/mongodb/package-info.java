@NullMarked
package dev.foldline.eventstore.mongodb;

import org.jspecify.annotations.NullMarked;
