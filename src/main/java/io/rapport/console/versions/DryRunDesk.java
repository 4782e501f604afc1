package io.rapport.console.versions;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import io.rapport.console.versions.DryRunView.Choice;
import io.rapport.console.versions.DryRunView.RunView;
import io.rapport.customer.EventLog;
import io.rapport.customer.Everybody;
import io.rapport.customer.Known;
import io.rapport.decision.Context;
import io.rapport.engine.Contexts;
import io.rapport.publishing.Publisher;
import io.rapport.publishing.Version;
import io.rapport.publishing.dryrun.Affected;
import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.publishing.dryrun.DryRuns;
import io.rapport.publishing.dryrun.EventSource;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Dry runs over the event log of this engine: begins, ends and shows them. */
@Component
public class DryRunDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunDesk.class);

    /** Stands for the files in the folder wherever a candidate is named. */
    static final String DRAFT = "draft";

    private final DryRuns runs;

    private final Publisher publisher;

    private final EventLog log;

    private final Everybody everybody;

    private final Contexts contexts;

    private final Wording wording;

    DryRunDesk(DryRuns runs, Publisher publisher, EventLog log, Everybody everybody, Contexts contexts, Wording wording) {
        this.wording = wording;
        this.runs = runs;
        this.publisher = publisher;
        this.log = log;
        this.everybody = everybody;
        this.contexts = contexts;
    }

    /** The draft first, then every stored version but the live one. */
    public List<Choice> choices() {
        var versions = publisher.versions().stream().filter(version -> !version.live())
                .map(version -> new Choice(version.hash(), version.at(), version.note()));
        return Stream.concat(Stream.of(new Choice(DRAFT, null, "")), versions).toList();
    }

    public List<RunView> list() {
        return runs.list().stream().map(RunView::of).toList();
    }

    /** Null if there is no such run. */
    @Nullable
    public DryRunView one(String id) {
        var run = runs.find(id);
        return run == null ? null : new DryRunView(RunView.of(run), runs.report(id));
    }

    /**
     * What the latest dry run of these files found, in the reader's language, whether or not they were a version by then.
     *
     * @param otherwise what was noted with the version, for a run that is no longer kept
     */
    String summary(String hash, String otherwise) {
        return runs.list().stream().map(run -> runs.report(run.order().id())).filter(Objects::nonNull)
                .filter(report -> report.subject().candidate().equals(hash)).findFirst()
                .map(report -> report.summary(wording.language())).orElse(otherwise);
    }

    /** @param candidate {@code draft}, or a version */
    String start(String candidate, boolean asIfAgreed) {
        return start(candidate, files(candidate), asIfAgreed);
    }

    /** Compares files that somebody sent; they are called by their hash. */
    String start(RuleFiles candidate, boolean asIfAgreed) {
        return start(candidate.hash(), candidate, asIfAgreed);
    }

    private String start(String name, RuleFiles files, boolean asIfAgreed) {
        check(files);
        var id = runs.start(name, files, asIfAgreed, new Here());
        if (id == null) {
            throw new NotDone("failed.dryrun.busy", null);
        }
        return id;
    }

    void resume(String id) {
        if (runs.resume(id, new Here()) == null) {
            throw new NotDone("failed.dryrun.resume", null);
        }
    }

    void cancel(String id) {
        if (!runs.cancel(id)) {
            throw new NotDone("failed.dryrun.cancel", null);
        }
    }

    /** A page of those affected; {@code q} is what changes: {@code tier}, {@code tier:gold>silver}, {@code gains:win-back}. */
    public Listing<Affected> affected(String id, Asked asked, int size) {
        Comparator<Affected> order = switch (asked.sort()) {
            case "change" -> Comparator.comparing(Affected::change).thenComparing(Affected::what);
            case "at" -> Comparator.comparing(Affected::at);
            default -> Comparator.comparingLong(Affected::customer);
        };
        var sorted = asked.descending() ? order.reversed() : order;
        try (var all = all(id)) {
            var found = all.filter(matches(asked.search()))
                    .sorted(sorted.thenComparingLong(Affected::customer).thenComparing(Affected::change)).toList();
            return Listing.paged(asked, size, (page, rows) -> found.stream().skip((long) page * rows).limit(rows).toList());
        }
    }

    public Stream<Affected> all(String id) {
        return runs.affected(id);
    }

    private static Predicate<Affected> matches(String search) {
        var colon = search.indexOf(':');
        var change = colon < 0 ? search : search.substring(0, colon);
        var rest = colon < 0 ? "" : search.substring(colon + 1);
        return row -> (change.isEmpty() || row.change().equals(change))
                && (rest.isEmpty() || row.what().equals(rest) || (row.live() + ">" + row.candidate()).equals(rest));
    }

    private RuleFiles files(String candidate) {
        try {
            return candidate.equals(DRAFT) ? publisher.draftFiles() : publisher.files(candidate);
        } catch (IllegalArgumentException | NoSuchElementException unknown) {
            throw new NotDone("failed.rollback", unknown, candidate);
        }
    }

    /** Whoever asked is told at once what is wrong with the rules. */
    private static void check(RuleFiles files) {
        var reading = new RulebookCompiler().read(files);
        var rulebook = reading.rulebook();
        if (rulebook == null) {
            throw new NotDone("failed.dryrun.rules", null, reading.problems().getFirst().render());
        }
        rulebook.close();
    }

    /** What a run needs of this engine. */
    private final class Here implements DryRuns.Surroundings {

        @Override
        public Context context() {
            return contexts.now();
        }

        @Override
        public EventSource history() {
            return EventSource.ofLog(log);
        }

        @Override
        public void everybody(Consumer<Known> visitor) {
            everybody.forEach(visitor);
        }

        @Override
        public void finished(DryRunReport report) {
            var summary = report.summary(Locale.ENGLISH);
            LOG.info("Dry run of {}: {}", report.subject().candidate(), summary);
            var stored = publisher.versions().stream().map(Version::hash).anyMatch(report.subject().candidate()::equals);
            if (stored) {
                publisher.noteDryRun(report.subject().candidate(), summary);
            }
        }
    }

}
