package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovesTests {

    @Test
    void skipsNoStageOnTheWayUp() {
        assertThat(Moves.path(null, "expansion")).containsExactly("awareness", "exploration", "expansion");
        assertThat(Moves.path("exploration", "commitment")).containsExactly("expansion", "commitment");
    }

    @Test
    void fallsInOneStep() {
        assertThat(Moves.path("commitment", "exploration")).containsExactly("exploration");
        assertThat(Moves.path("exploration", "dissolution")).containsExactly("dissolution");
        assertThat(Moves.path(null, "dissolution")).containsExactly("dissolution");
    }

    @Test
    void startsAtExplorationAfterDissolution() {
        assertThat(Moves.path("dissolution", "expansion")).containsExactly("exploration", "expansion");
        assertThat(Moves.path("dissolution", "awareness")).containsExactly("awareness");
    }

    @Test
    void staysWhereItIs() {
        assertThat(Moves.path("expansion", "expansion")).isEmpty();
    }
}
