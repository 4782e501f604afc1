package io.rapport.console.versions;

import java.time.Instant;

import io.rapport.console.NotDone;
import io.rapport.console.SweepDesk;
import io.rapport.console.Wording;
import io.rapport.console.versions.VersionsView.ChangeView;
import io.rapport.console.versions.VersionsView.DraftView;
import io.rapport.policy.Features;
import io.rapport.publishing.ChangedRule;
import io.rapport.publishing.Comparison;
import io.rapport.publishing.Publication;
import io.rapport.publishing.Publisher;
import io.rapport.publishing.Version;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Shows the versions of the rulebook and changes which one decides, now or from a date. */
@Component
public class VersionsDesk {

    /** Stands for the files in the folder wherever a version is named. */
    static final String DRAFT = "draft";

    /** Stands for the version that decides. */
    static final String LIVE = "live";

    private static final int SHORTEST_PREFIX = 6;

    private final Publisher publisher;

    private final Wording wording;

    private final DryRunDesk dryRuns;

    private final SweepDesk sweep;

    VersionsDesk(Publisher publisher, Wording wording, DryRunDesk dryRuns, SweepDesk sweep) {
        this.publisher = publisher;
        this.wording = wording;
        this.dryRuns = dryRuns;
        this.sweep = sweep;
    }

    public VersionsView view() {
        var live = publisher.live().version();
        var draft = publisher.draftFiles().hash();
        return new VersionsView(
                live,
                sweep.now(),
                new DraftView(draft, !draft.equals(live), publisher.draftProblems(wording.language())),
                publisher.versions().stream().map(VersionView::of).toList(),
                publisher.changes().stream().map(ChangeView::of).toList());
    }

    /** @param named its hash, or how it begins */
    public VersionView one(String named) {
        var view = VersionView.of(version(named));
        return view.dryRun(dryRuns.summary(view.version(), view.dryRun()));
    }

    /** @param named a hash, or how it begins, {@code live} or {@code draft} */
    RuleFiles files(String named) {
        return named.equals(DRAFT) ? publisher.draftFiles() : publisher.files(version(named).hash());
    }

    /** The examples of a version; for the draft those of the folder. */
    Features features(String named) {
        return named.equals(DRAFT) ? publisher.draftFeatures() : publisher.features(version(named).hash());
    }

    public ComparisonView comparison(String before, String after) {
        var old = files(before);
        var fresh = files(after);
        var comparison = Comparison.of(old, fresh);
        return ComparisonView.of(old.hash(), fresh.hash(), comparison,
                ChangedRule.of(comparison, Rulebook.toRead(old), Rulebook.toRead(fresh)), wording.language());
    }

    /**
     * Publishes files, now or from a date, or only checks and keeps them.
     *
     * @param features the examples they have to fulfil
     * @param from null for now
     */
    public PublicationView publish(RuleFiles files, Features features, String who, String note, @Nullable Instant from,
            boolean onlyCheck) {
        if (from == null && !onlyCheck) {
            return view(publisher.publish(files, features, who, note));
        }
        var prepared = publisher.prepare(files, features, who, note);
        return from != null && prepared instanceof Publication.Prepared(var version, var checked) && checked.green()
                ? view(publisher.schedule(version.hash(), from, who))
                : view(prepared);
    }

    PublicationView activate(String named, String who) {
        return view(publisher.activate(version(named).hash(), who));
    }

    public PublicationView schedule(String named, Instant from, String who) {
        return view(publisher.schedule(version(named).hash(), from, who));
    }

    public PublicationView rollback(String named, String who) {
        try {
            return view(publisher.rollback(version(named).hash(), who));
        } catch (IllegalArgumentException neverLive) {
            throw new NotDone("failed.rollback", neverLive, named);
        }
    }

    public PublicationView cancel(String named, String who) {
        var version = version(named);
        if (!publisher.cancel(version.hash(), who)) {
            throw new NotDone("failed.cancel", null);
        }
        return new PublicationView("cancelled", one(version.hash()), java.util.List.of());
    }

    private PublicationView view(Publication publication) {
        return PublicationView.of(publication, wording.language());
    }

    private Version version(String named) {
        var found = publisher.versions().stream().filter(version -> isNamed(version, named)).toList();
        if (found.size() != 1) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found.getFirst();
    }

    private static boolean isNamed(Version version, String name) {
        return name.equals(LIVE)
                ? version.live()
                : version.hash().equals(name) || name.length() >= SHORTEST_PREFIX && version.hash().startsWith(name);
    }
}
