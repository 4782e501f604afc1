package io.rapport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What the whole code base agrees on, checked instead of remembered. */
class HouseRulesTests {

    private static final Path MAIN = Path.of("src/main/java");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rapport");

    private static final Pattern EMPTY_NAME = Pattern.compile(
            ".*(Impl|Manager|Helper|Util|Utils|Common|Base|Data|Info|Processor)");

    /** Called "data" by CloudEvents 1.0. */
    private static final String CLOUD_EVENTS_WORD = "EventData";

    @Test
    void nobodyReadsTheTimeWithoutAClock() {
        noClasses().should().callMethodWhere(readsTheTimeWithoutAClock())
                .because("the clock is injected, so that a test or a scenario can move it")
                .check(PRODUCT);
    }

    /** NullAway looks at marked packages only: one without the mark would lose its check without a word. */
    @Test
    void everyPackageIsCheckedForNull() throws IOException {
        try (Stream<Path> folders = Files.walk(MAIN.resolve("io/rapport"))) {
            assertThat(folders.filter(Files::isDirectory)).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .content().contains("@NullMarked"));
        }
    }

    @Test
    void theCornersOfARoomDoNotGoRoundInCircles() {
        for (String room : List.of("action", "console", "engine", "intake", "policy", "publishing", "rulebook")) {
            slices().matching("io.rapport." + room + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
        }
    }

    @Test
    void classNamesSayWhatTheClassDoes() {
        List<String> empty = PRODUCT.stream()
                .filter(type -> !type.isAnonymousClass())
                .filter(type -> !type.getSimpleName().equals(CLOUD_EVENTS_WORD))
                .filter(type -> EMPTY_NAME.matcher(type.getSimpleName()).matches())
                .map(type -> type.getName())
                .toList();

        assertThat(empty).as("class names that say nothing").isEmpty();
    }

    private static DescribedPredicate<JavaMethodCall> readsTheTimeWithoutAClock() {
        return DescribedPredicate.describe("read the time without a clock", call -> {
            String owner = call.getTargetOwner().getName();
            String method = call.getName();
            return method.equals("currentTimeMillis") && owner.equals("java.lang.System")
                    || method.equals("now") && owner.startsWith("java.time.") && !takesAClock(call);
        });
    }

    private static boolean takesAClock(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.getName().equals("java.time.Clock"));
    }
}
