/*
 * One partition of a log, its writers, what they announce, and a projection that follows: append is a compare-and-set on a
 * tail, on a replica set that may elect another primary and roll back what no majority has.
 *
 * Two writers share a server. The first has commands 1 and 2, which it appends in one group; the second has commands 1 (a
 * client that retries elsewhere) and 3. Announcements may be lost, doubled and reordered: the projection's two instances
 * take any of them at any time, or none, and look into the log instead. FAULTS things go wrong, anywhere: a primary is
 * replaced, a process dies and forgets everything, a request is lost, or an answer is, while the request may be carried out
 * much later.
 *
 * Holds, in every state: positions are dense; a command has one position and whoever asks again hears the same one; what was
 * acknowledged is never lost; the projection applies each commit once, in order, and nothing that is rolled back. And in
 * the end (progress) everything is acknowledged and applied.
 *
 *   spin -a log.pml && gcc -O2 -DSAFETY -DNOCLAIM -o pan pan.c && ./pan -m100000     safety; also that nobody waits for ever
 *   spin -a log.pml && gcc -O2 -o pan pan.c && ./pan -a -N progress -m100000         progress
 *
 * Without -DNOCLAIM the first one follows the claim of progress, too: it ends where all is done and does not see who waits for
 * ever. README.md beside this file says which sizes were explored to the end.
 *
 * Each of these mistakes, defined with spin -D, violates an assertion:
 *
 *   LOCAL_TAIL      a tail is believed as soon as the primary has it
 *   TWO_IN_FLIGHT   a writer sends the second command's insert before the first one is answered
 *   LOCAL_OUTCOME   a repeated command is answered as soon as the primary has it
 *   ANNOUNCE_EARLY  a commit is announced before a majority has it
 *   NO_GUARD        a projection does not compare its checkpoint when it commits
 */

#ifndef FAULTS
#define FAULTS 1
#endif

#ifdef LARGE
#define COMMANDS 3
#define OF_SECOND_WRITER 1, 3
#define ALL_TOLD (acknowledged[1] != 0 && acknowledged[2] != 0 && acknowledged[3] != 0)
#else
#define COMMANDS 2
#define OF_SECOND_WRITER 2, 0
#define ALL_TOLD (acknowledged[1] != 0 && acknowledged[2] != 0)
#endif
#define END 6 /* positions are 1 to 5: more than can be reached */

mtype = { DONE, CONFLICT, UNKNOWN };

/* The primary: which command is at a position (0: none), and in which order they came there. */
byte at[END];
byte op[END];
byte ops = 0;
byte major = 0; /* as many of them as a majority has */
byte term = 0;

byte faults = FAULTS;

/* What clients were told: the command's position. */
byte acknowledged[COMMANDS + 1];

/* What the broker has been handed: the command at each position. */
byte announced[END];

/* The projection's checkpoint; the commits up to there are applied. */
byte checkpoint = 0;

/* Which of its requests a writer waits for, and the answer: what, and how many commits were appended. */
byte attempts[2];
chan requests[2] = [0] of { byte, byte, byte, byte };
chan answers[2] = [1] of { mtype, byte };

byte i, j; /* only within one step */

#define HEAD_AT_PRIMARY (ops == 0 -> 0 : op[ops])
#define HEAD_AT_MAJORITY (major == 0 -> 0 : op[major])
#ifdef LOCAL_TAIL
#define HEAD HEAD_AT_PRIMARY
#else
#define HEAD HEAD_AT_MAJORITY
#endif
#ifdef LOCAL_OUTCOME
#define RECORDED ops
#else
#define RECORDED major
#endif

ltl progress { <> (ALL_TOLD && checkpoint == COMMANDS) }

/* Where a command is among the first so many commits; 0 for nowhere. */
inline position_of(command, among, position) {
  position = 0;
  i = 1;
  do
  :: i <= among ->
    if
    :: at[op[i]] == command -> position = op[i]
    :: else
    fi;
    i++
  :: else -> break
  od;
  i = 0
}

inline insert(position, command) {
  ops++;
  op[ops] = position;
  at[position] = command;
  assert(position == 1 || at[position - 1] != 0); /* dense */
#ifdef ANNOUNCE_EARLY
  announced[position] = command
#endif
}

/* What carries an ordered insert to the server, lets it be carried out there, and brings the answer back, if it is still waited for. */
proctype Carrier(byte writer) {
  byte attempt, tail, first, second, begun, appended, last;
  mtype outcome;
end:
  do
  :: atomic { requests[writer]?attempt, tail, first, second -> outcome = DONE; begun = 255 };
    do
    :: atomic { outcome == DONE && first != 0 ->
        if
        :: begun == 255 -> begun = term
        :: else
        fi;
        position_of(first, ops, j);
        if
        :: term != begun -> outcome = UNKNOWN
        :: else ->
          if
          :: j != 0 || at[tail + 1] != 0 -> outcome = CONFLICT
          :: else ->
            tail++;
            appended++;
            insert(tail, first);
            last = ops;
            first = second;
            second = 0
          fi
        fi;
        j = 0
      }
    :: atomic { outcome == DONE && begun == 255 && faults > 0 -> faults--; outcome = UNKNOWN } /* lost on its way */
    :: atomic { (outcome != DONE || first == 0) && (begun == 255 || term != begun || major >= last) ->
        if
        :: begun != 255 && term != begun -> outcome = UNKNOWN
        :: else
        fi;
        if
        :: attempt == attempts[writer] -> answers[writer]!outcome, appended
        :: else
        fi;
        attempt = 0; tail = 0; first = 0; second = 0; begun = 0; appended = 0; last = 0; outcome = 0;
        break
      }
    od
  od
}

/* Tells a client, who may have been told by the other writer. */
inline tell(command, position) {
  assert(acknowledged[command] == 0 || acknowledged[command] == position);
  assert(at[position] == command);
  acknowledged[command] = position;
  if
  :: command == one -> told_one = true
  :: else -> told_two = true
  fi
}

/* Forgets everything. Clients that have not heard from it come again with the same commands. */
inline die() {
  faults--;
  attempts[me]++;
  do
  :: nempty(answers[me]) -> answers[me]?_, _
  :: empty(answers[me]) -> break
  od;
  tail = 0; first = 0; second = 0; count = 0; outcome = 0
}

proctype Writer(byte me; byte one; byte two) {
  byte tail, first, second, count, position;
  mtype outcome;
  bool told_one, told_two = (two == 0);
start:
  atomic { true -> tail = HEAD; goto decide }
decide:
  atomic {
    first = (told_one -> two : one);
    second = (told_one || told_two -> 0 : two);
    if
    :: told_one && told_two -> goto done
    :: else
    fi;
    attempts[me]++
  };
#ifdef TWO_IN_FLIGHT
  if
  :: second != 0 -> requests[me]!attempts[me] + 100, tail, first, 0; requests[me]!attempts[me], tail + 1, second, 0
  :: else -> requests[me]!attempts[me], tail, first, 0
  fi;
#else
  requests[me]!attempts[me], tail, first, second;
#endif
  if
  :: answers[me]?outcome, count
  :: atomic { faults > 0 && empty(answers[me]) -> faults--; attempts[me]++; outcome = UNKNOWN } /* it takes too long */
  :: atomic { faults > 0 -> die(); goto start }
  fi;
  if
  :: outcome == UNKNOWN -> atomic { tail = 0; first = 0; second = 0; count = 0; outcome = 0; goto start }
  :: else
  fi;
  do
  :: atomic { count > 0 -> tail++; tell(first, tail) };
    if
    :: atomic { announced[tail] = first; first = second; second = 0; count-- }
    :: atomic { faults > 0 -> die(); goto start }
    fi
  :: else -> break
  od;
  if
  :: outcome == DONE -> outcome = 0; goto decide
  :: else -> outcome = 0
  fi;
  /* Somebody was there before. Who and what is believed when a majority has it, or is asked again when it is gone. */
  if
  :: atomic { true ->
      position_of(first, RECORDED, position);
      if
      :: position != 0 -> tell(first, position); position = 0
      :: else
      fi
    }
  fi;
  if
  :: HEAD > tail
  :: HEAD_AT_PRIMARY == HEAD_AT_MAJORITY
  :: told_one && told_two
  fi;
  goto start;
done:
  skip
}

/* An instance of the projection, woken by a message or by itself. */
proctype Projection() {
  byte seen, commit;
next:
  do
  :: checkpoint == COMMANDS -> break
  :: atomic { checkpoint < COMMANDS && announced[checkpoint + 1] != 0 ->
      seen = checkpoint; commit = announced[seen + 1]; goto apply }
  :: atomic { checkpoint < COMMANDS && HEAD_AT_MAJORITY > checkpoint ->
      seen = checkpoint; commit = at[seen + 1]; goto apply }
  od;
  goto done;
apply:
  if
  :: atomic { faults > 0 -> faults--; seen = 0; commit = 0; goto next } /* it dies */
  :: atomic { true ->
      /* Rows and checkpoint in one transaction. */
#ifdef NO_GUARD
      if
      :: true ->
#else
      if
      :: checkpoint == seen ->
#endif
        assert(checkpoint == seen); /* each once and in order */
        assert(at[seen + 1] == commit);
        checkpoint++
#ifndef NO_GUARD
      :: else
#endif
      fi;
      seen = 0; commit = 0; goto next
    }
  fi;
done:
  skip
}

/* The other instance. It is never interrupted: that one of two is stopped anywhere is enough to meet. */
proctype OtherProjection() {
  do
  :: checkpoint == COMMANDS -> break
  :: atomic { checkpoint < HEAD_AT_MAJORITY -> checkpoint++ }
  od
}

/* Replicates, and is replaced by a primary that has what a majority has, and perhaps more. */
proctype Server() {
  byte kept;
end:
  do
  :: atomic { major < ops -> major++ }
  :: atomic { faults > 0 && ops > 0 ->
      faults--;
      term++;
      kept = major;
      do
      :: kept < ops -> kept++
      :: break
      od;
      do
      :: ops > kept ->
        assert(op[ops] > checkpoint);
        assert(acknowledged[at[op[ops]]] != op[ops]);
        at[op[ops]] = 0;
        op[ops] = 0;
        ops--
      :: else -> break
      od;
      kept = 0
    }
  od
}

init {
  atomic {
    run Server();
    run Carrier(0);
    run Carrier(0);
    run Carrier(1);
    run Carrier(1);
    run Writer(0, 1, 2);
    run Writer(1, OF_SECOND_WRITER);
    run Projection();
    run OtherProjection()
  }
}
