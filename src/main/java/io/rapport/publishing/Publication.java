package io.rapport.publishing;

import java.util.List;

import io.rapport.rulebook.Problem;

/** What came of publishing. */
public sealed interface Publication {

    /** It is live. */
    record Published(Version version) implements Publication {}

    /** Nothing changed, because of these. */
    record Refused(List<Problem> problems) implements Publication {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** It was live already. */
    record Unchanged(Version version) implements Publication {}
}
