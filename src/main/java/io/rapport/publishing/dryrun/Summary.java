package io.rapport.publishing.dryrun;

import java.util.ArrayList;
import java.util.List;

import io.rapport.publishing.dryrun.DryRunReport.DeedChange;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;

/** A report in a few words, for the list of versions and the terminal. */
final class Summary {

    private Summary() {}

    static Said of(DryRunReport report) {
        var parts = new ArrayList<Said>();
        var subject = report.subject();
        parts.add(Sentences.message("dryrun.summary.history", subject.events(), subject.customers()));
        if (subject.asIfAgreed()) {
            parts.add(Sentences.message("dryrun.asifagreed"));
        }
        var before = parts.size();
        for (var change : report.values()) {
            if (change.changed() > 0) {
                parts.add(changed(change));
            }
        }
        report.deeds().stream().filter(deed -> deed.gains() + deed.loses() + deed.moves() > 0).map(Summary::deed)
                .forEach(parts::add);
        if (parts.size() == before) {
            parts.add(Sentences.message("dryrun.summary.nothing"));
        }
        score(report, parts);
        return new Said(
                String.join(" ", parts.stream().map(Said::english).toList()),
                String.join("", parts.stream().map(Said::chinese).toList()));
    }

    private static Said changed(DryRunReport.ValueChange change) {
        Concept concept = Concepts.find(change.concept());
        var name = concept == null
                ? new Said(change.concept(), change.concept())
                : new Said(concept.english(), concept.chinese());
        return new Said(
                Sentences.message("dryrun.summary.value", name.english(), change.changed()).english(),
                Sentences.message("dryrun.summary.value", name.chinese(), change.changed()).chinese());
    }

    private static Said deed(DeedChange deed) {
        return Sentences.message("dryrun.summary.deed", deed.what(), deed.gains(), deed.loses(), deed.moves());
    }

    private static void score(DryRunReport report, List<Said> parts) {
        var score = report.score();
        if (score.asOf() != null) {
            var live = score.live().flagged();
            var candidate = score.candidate().flagged();
            parts.add(Sentences.message("dryrun.summary.score", candidate.customers(), candidate.lost(), score.days(),
                    live.customers(), live.lost()));
        }
    }
}
