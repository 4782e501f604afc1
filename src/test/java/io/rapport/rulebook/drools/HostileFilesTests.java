package io.rapport.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.rapport.rulebook.Problem;
import io.rapport.rulebook.RulebookCompiler;
import io.rapport.rulebook.Shelf;
import io.rapport.rulebook.SomeCustomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Nothing an author writes can run: it is refused, or it is text. */
class HostileFilesTests {

    static final String MARK = "rapport.hostile";

    static final List<String> HOSTILE = List.of("\";System.setProperty(\"rapport.hostile\",\"1\");//",
            "\\u0022;System.setProperty(\\u0022rapport.hostile\\u0022,\\u00221\\u0022);//", "=cmd|' /C calc'!A0", "+1+1",
            "@SUM(1+1)",
            "gold\" || System.exit(0) == 1 || \"", "gold) eval(System.exit(0)) Look(", "${java:version}",
            "#{T(java.lang.Runtime)}",
            "*/ System.exit(0); /*", "end\nrule \"x\" when then System.exit(0); end", "<script>alert(1)</script>",
            "'; DROP TABLE customer; --",
            "../../etc/passwd", "{name}{0}%s%n", "\\\"", "\"\"\"", "`id`", "$(id)", "\u202egold", "a\u0000b", "dialect \"mvel\"",
            "function void f(){System.exit(0);}", "import java.lang.Runtime", "@{Runtime.getRuntime().exec('id')}",
            "中文\"；System.exit(0)");

    /** All that a generated rule may look like. */
    private static final Pattern GENERATED = Pattern.compile("[a-zA-Z0-9 .:;(){}<>=!|,\"\\n-]*");

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void aHostileCellIsRefusedOrText(String hostile) {
        var cell = "\"" + hostile.replace("\"", "\"\"") + "\"";
        inert("1-classify/product-line.csv", Shelf.table("LINE-009", "first",
                "words of the description,product line,estimated margin %,because", "candle," + cell + ",10,x",
                "any,Other,10,x"));
        inert("1-classify/product-line.csv", Shelf.table("LINE-009", "first",
                "words of the description,product line,estimated margin %,because", cell + ",Candles,10," + cell,
                "any,Other,10,x"));
        inert("1-classify/value-tier.csv",
                Shelf.table("TIER-009", "first", "\"current value, in the top %\",language,tier", cell + "," + cell + "," + cell,
                        "100,,lead"));
        inert("1-classify/value-tier.csv", Shelf.table("TIER-009", "first", cell + ",tier", "100,lead"));
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void aHostileSentenceIsRefusedOrText(String hostile) {
        inert("4-care/a.sentences",
                Shelf.sentences("CARE-009", "rule \"" + hostile + "\"", "when", "  the language is " + hostile,
                        "  the type of the event is \"" + hostile + "\"", "  the message mentions " + hostile, "then",
                        "  give the task \"" + hostile + "\" to " + hostile + ", because \"" + hostile + "\""));
        inert("4-care/a.sentences", Shelf.sentences("CARE-009", hostile, "rule \"a\"", "when", hostile, "then", hostile));
        inert("4-care/a.sentences", Shelf.sentences("CARE-009", "rule \"a\"", "when", "  a complaint is open", "then",
                "  give the task \"a\" to service, because \"" + hostile + "\""));
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void aHostileHeadOrNameIsRefusedOrText(String hostile) {
        var good = Shelf.sentences("CHURN-009", "rule \"a\"", "when", "  a complaint is open", "then",
                "  the churn sign is silent");
        inert("3-churn/churn-signs.sentences", good.replace("owner: test", "owner: " + hostile));
        inert("3-churn/churn-signs.sentences", good.replace("CHURN-009", hostile));
        inert("3-churn/churn-signs.sentences", good.replace("Sentences", hostile));
        inert("3-churn/" + hostile + ".sentences", good);
        inert(hostile, good);
    }

    @Test
    void generatedSourceHoldsNoTextOfAnyAuthor() {
        var rules = Shelf.SHIPPED.rules();
        var source = new DrlWriter(new Slots(rules)).write(rules);

        assertThat(GENERATED.matcher(source).matches()).isTrue();
        assertThat(source).doesNotContain("candle", "gold", "投诉", "\\");
    }

    @Test
    void generatedCodeCannotSeeTheApplicationOrTheJdkBehindIt() {
        var narrow = new NarrowClassLoader(getClass().getClassLoader(), VisibleClasses::contain, GeneratedCode::check);

        for (var name : List.of("java.lang.Runtime", "java.lang.System", "java.lang.ProcessBuilder", "java.io.File",
                "java.lang.reflect.Method",
                "io.rapport.rulebook.Rulebook", "org.springframework.context.ApplicationContext")) {
            org.junit.jupiter.api.Assertions.assertThrows(ClassNotFoundException.class, () -> narrow.loadClass(name));
        }
    }

    @Test
    void aValueCannotAddAHeaderOrAPlaceholderToAMessage() {
        var rendered = Shelf.SHIPPED.templates().render("birthday", "en",
                Map.of("name", "Anna\r\nBcc: everybody@example.org\n\n{order}\u0000"));

        assertThat(rendered.subject()).doesNotContain("\r", "\n", "\u0000").contains("{order}");
        assertThat(rendered.text()).doesNotContain("\r", "\nBcc:", "\u0000");
    }

    /** Reading ends, nothing has run, and what was accepted decides without harm. */
    private static void inert(String path, String text) {
        var reading = new RulebookCompiler().read(Shelf.files(path, text, "templates/win-back.en.txt", "Subject: x\n\ny\n"));

        reading.problems().forEach(Problem::render);
        if (reading.rulebook() != null) {
            var rulebook = reading.rulebook();
            assertThat(GENERATED.matcher(new DrlWriter(new Slots(rulebook.rules())).write(rulebook.rules())).matches()).isTrue();
            try (rulebook; var session = rulebook.newSession()) {
                var some = new SomeCustomers(3);
                for (var rule : rulebook.rules()) {
                    session.fire(rule.stratum(), List.of(some.situation(rule.scope())))
                            .forEach(hit -> rulebook.because(hit.reason(), java.util.Locale.ENGLISH));
                }
            }
        }
        assertThat(System.getProperty(MARK)).isNull();
    }
}
