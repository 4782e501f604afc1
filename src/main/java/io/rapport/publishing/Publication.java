package io.rapport.publishing;

import java.util.List;
import java.util.Locale;

/** What came of publishing. */
public sealed interface Publication {

    /** It is live. */
    record Published(Version version) implements Publication {}

    /** It is going to be live, from the date it bears. */
    record Scheduled(Version version) implements Publication {}

    /** It is stored and not live: checked, or a draft when an example says no. */
    record Prepared(Version version, Checked checked) implements Publication {}

    /** It was live already. */
    record Unchanged(Version version) implements Publication {}

    /** Nothing changed, because of what the check found. */
    record Refused(Checked checked) implements Publication {

        /** Each reason as it is shown in terminal, page and API. */
        public List<String> said(Locale locale) {
            return checked.said(locale);
        }
    }
}
