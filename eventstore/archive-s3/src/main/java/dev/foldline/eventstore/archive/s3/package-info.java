/** Archives in S3 and what speaks its protocol. */
@NullMarked
package dev.foldline.eventstore.archive.s3;

import org.jspecify.annotations.NullMarked;
