-- How far each projection is. Rows of a projection and its checkpoint change in one transaction.
CREATE TABLE IF NOT EXISTS foldline_checkpoint (
    projection text   NOT NULL,
    generation int    NOT NULL,
    partition  text   NOT NULL,
    log        uuid   NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (projection, generation, partition)
);
