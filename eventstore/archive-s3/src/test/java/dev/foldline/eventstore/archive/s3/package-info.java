@NullMarked
package dev.foldline.eventstore.archive.s3;

import org.jspecify.annotations.NullMarked;
