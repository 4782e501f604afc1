package io.rapport.rulebook;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The long form of {@link RuleFilesFuzz}, run by {@code ./mvnw -Pfuzz test}. */
class RuleFilesLongFuzz {

    @FuzzTest(maxDuration = "10m")
    void anyBytesAreReadToTheirEnd(byte[] data) {
        RuleFilesFuzz.readToItsEnd(data);
    }
}
