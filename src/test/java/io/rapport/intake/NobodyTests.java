package io.rapport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NobodyTests {

    private final Nobody usual = Nobody.of(null);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "000000", "0000-0000", "+00 000", "Guest", "GUEST", " guest ", "(guest)", "Guest User",
            "n/a", "N/A", "n.a.", "N.A.", "#N/A", "NULL", "(null)", "<none>", "None", "-", "--", "—", "?", "...", "*", "unknown",
            "ｇｕｅｓｔ",
            "Walk-in", "Gast", "Gastkunde", "unbekannt", "keine Angabe", "k.A.", "#NV", "Laufkundschaft", "niemand",
            "Invité", "aucun", "Néant", "inconnu", "client de passage", "Anonyme", "Invitado", "ninguno", "Desconocido",
            "cliente mostrador", "s/n", "游客", "散客", "匿名", "无", "未知", "没有", "暂无", "（无）", "非会员",
            "guest@shop.example", "Guest@Shop.Example", "noreply@shop.example", "no-reply@x.example", "no_reply@x.example",
            "donotreply@x.example", "nobody@x.example", "unknown@x.example", "gast@x.example", "游客@x.example", "00000@x.example",
            "anonymous@x.example", "noemail@x.example"})
    void namesNobody(String written) {
        assertThat(usual.isMeant(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"16754", "1234567", "C-100", "N-1", "10", "007", "Nanette", "guest-1001", "Gastmann",
            "anna@example.org",
            "nan@example.org", "na@example.org", "nil@example.org", "x@example.org", "info@shop.example", "王芳", "0x1", "NA-1",
            "guesthouse@example.org", "anon.smith@example.org", "none-the-less@example.org", "00012"})
    void namesSomebody(String written) {
        assertThat(usual.isMeant(written)).isFalse();
    }

    @Test
    void aRouteSaysItsOwnWords() {
        var own = Nobody.of("POS, Kasse 1, 9999");

        assertThat(own.isMeant("pos")).isTrue();
        assertThat(own.isMeant("kasse  1")).isTrue();
        assertThat(own.isMeant("9999")).isTrue();
        assertThat(own.isMeant("guest")).isFalse();
        assertThat(own.isMeant("0")).isFalse();
        assertThat(own.isMeant("-")).isTrue();
    }
}
