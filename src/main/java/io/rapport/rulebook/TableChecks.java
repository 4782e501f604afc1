package io.rapport.rulebook;

import java.util.List;

final class TableChecks {
    TableChecks(List<Rule> rules, Problems problems) {}

    void check() {}
}
