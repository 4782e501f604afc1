package io.rapport.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.rapport.forecast.Figures;
import io.rapport.forecast.HistoryQuality;
import io.rapport.forecast.LabelledQuality;

/** Quality reports as aligned tables. */
final class QualityText {

    private final Terminal terminal;

    QualityText(Terminal terminal) {
        this.terminal = terminal;
    }

    void say(HistoryQuality.Report report) {
        terminal.say(terminal.word("quality.split", report.customers(), report.learnedFrom(), report.split().minusDays(1),
                report.split(), report.split().plusDays(report.horizonDays() - 1L), report.horizonDays(), share(report.share())));
        terminal.say(report.innerDays() == 0
                ? terminal.word("quality.no-inner")
                : terminal.word("quality.inner", report.innerSplit(), report.innerDays(), number(report.tauDays(), 0)));
        terminal.say(terminal.word("quality.model", number(report.model().r(), 4), number(report.model().alpha(), 4),
                number(report.model().a(), 4), number(report.model().b(), 4), number(report.logLikelihood(), 1),
                number(report.amounts().p(), 3), number(report.amounts().q(), 3), number(report.amounts().v(), 3)));
        terminal.say("");
        who(report.who(), List.of());
        howMuch("quality.orders", report.orders());
        howMuch("quality.spend", report.spend());
        tenths(report.tenths());
    }

    void say(List<Standings.Standing> standings) {
        terminal.say("");
        terminal.table(List.of(word("rules-say"), word("value"), word("customers"), word("happened")),
                standings.stream().map(each -> List.of(name(each.concept()), name(each.value()), String.valueOf(each.customers()),
                        share(each.share()))).toList());
    }

    void say(LabelledQuality.Report report) {
        terminal.say(terminal.word("quality.folds", report.rows(), report.label(), report.yes(), share(report.share()),
                report.folds()));
        report.leftOut().forEach(each -> terminal.say(terminal.word("quality.left-out", each)));
        terminal.say("");
        who(report.who(), report.foldAuc());
        tenths(report.tenths());
    }

    private void who(List<Figures.Who> scores, List<Double> foldAuc) {
        var headings = new ArrayList<>(List.of(word("score"), "AUC", word("interval")));
        var folded = !foldAuc.isEmpty();
        headings.add(folded ? word("fold-auc") : word("capture"));
        headings.addAll(List.of(word("accuracy"), "F1", "Brier"));
        var rows = IntStream.range(0, scores.size()).mapToObj(i -> {
            var score = scores.get(i);
            return List.of(name(score.score()), number(score.auc(), 4),
                    number(score.aucLow(), 3) + "-" + number(score.aucHigh(), 3),
                    number(folded ? foldAuc.get(i) : score.capture20(), 4), number(score.accuracy(), 3), number(score.f1(), 3),
                    number(score.brier(), 4));
        }).toList();
        terminal.table(headings, rows);
        terminal.say("");
    }

    private void howMuch(String title, List<Figures.HowMuch> forecasts) {
        terminal.table(List.of(terminal.word(title), word("mae"), "RMSE", word("ratio"), word("capture")),
                forecasts.stream().map(each -> List.of(name(each.forecast()), number(each.mae(), 3), number(each.rmse(), 3),
                        number(each.ratio(), 3), number(each.capture20(), 4))).toList());
        terminal.say("");
    }

    private void tenths(List<Figures.Tenth> tenths) {
        terminal.table(List.of(word("tenth"), word("customers"), word("forecast"), word("happened")),
                tenths.stream().map(each -> List.of(String.valueOf(each.tenth()), String.valueOf(each.customers()),
                        share(each.forecast()), share(each.happened()))).toList());
    }

    private String word(String key) {
        return terminal.word("quality." + key);
    }

    /** Scores keep their English names in JSON; people read them in their language. */
    private String name(String score) {
        return terminal.word("quality.of." + score.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
