package io.rapport.rulebook.terms;

import java.util.List;

import io.rapport.rulebook.Term;

/** Those who are often given tasks, in both languages; any other word may stand as well. */
public final class Assignees {

    private static final List<Term.Word> KNOWN = List.of(new Term.Word("service", "客服"), new Term.Word("retention", "客户挽留部"),
            new Term.Word("service manager", "客服经理"),
            new Term.Word("service director", "客服总监"), new Term.Word("managing director", "总经理"),
            new Term.Word("marketing", "市场部"), new Term.Word("sales", "销售部"), new Term.Word("compliance", "合规部"));

    private Assignees() {}

    public static List<Term.Word> known() {
        return KNOWN;
    }

    /** The word in code for what an author wrote in either language; a Chinese department also without 部. */
    public static String word(String written) {
        return KNOWN.stream().filter(known -> known.chinese().equals(written) || known.chinese().equals(written + "部"))
                .map(Term.Word::word).findFirst().orElse(written);
    }

    public static String in(String word, boolean chinese) {
        return chinese
                ? KNOWN.stream().filter(known -> known.word().equals(word)).map(Term.Word::chinese).findFirst().orElse(word)
                : word;
    }
}
