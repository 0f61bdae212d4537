package dev.foldline.jackpot.domain;

import dev.foldline.functions.DomainEvent;

/** What can happen to a jackpot. Private to the context; stored under the names of {@link JackpotEvents}. */
public sealed interface JackpotEvent extends DomainEvent
        permits JackpotOpened, ContributionReceived, JackpotDrawn, PrizeReturned {}
