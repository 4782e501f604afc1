package io.rapport.console.versions;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.rapport.publishing.Publication;

/**
 * What came of a change to the versions.
 *
 * @param outcome {@code published}, {@code scheduled}, {@code checked}, {@code unchanged}, {@code cancelled} or
 *     {@code refused}
 * @param version what it was about; null when it is not stored
 * @param said each problem or failed example as in the terminal
 */
public record PublicationView(String outcome, @Nullable VersionView version, List<String> said) {

    static PublicationView of(Publication publication, Locale locale) {
        return switch (publication) {
            case Publication.Published(var version) -> new PublicationView("published", VersionView.of(version), List.of());
            case Publication.Scheduled(var version) -> new PublicationView("scheduled", VersionView.of(version), List.of());
            case Publication.Unchanged(var version) -> new PublicationView("unchanged", VersionView.of(version), List.of());
            case Publication.Prepared(var version, var checked) ->
                new PublicationView(checked.green() ? "checked" : "refused", VersionView.of(version), checked.said(locale));
            case Publication.Refused refused -> new PublicationView("refused", null, refused.said(locale));
        };
    }

    public boolean refused() {
        return outcome.equals("refused");
    }
}
