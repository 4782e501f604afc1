package io.rapport.rulebook;

import org.kie.api.KieBase;

final class GeneratedCode {
    static void check(KieBase base) {}
}
