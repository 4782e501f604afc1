package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.IS;

import java.util.List;

import io.rapport.facts.Situation;
import io.rapport.facts.Told;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** What kind of customer it is; and what tells a promising lead: money, authority and need (MAN), each told yes or no. */
public final class LeadTerms {

    private static final List<Term.Word> YES_OR_NO = List.of(new Term.Word("no", "否"), new Term.Word("yes", "是"));

    private LeadTerms() {}

    public static List<Term> all() {
        return List.of(kind(), told("money", "money", "购买力", "the purchase can be paid: {value}", "有购买力:{value}"),
                told("authority", "authority", "决定权", "the person may decide: {value}", "有决定权:{value}"),
                told("need", "need", "需求", "there is a need: {value}", "有需求:{value}"));
    }

    private static Term kind() {
        var kinds = List.of(new Term.Word("consumer", "消费者"), new Term.Word("organisation", "企业"),
                new Term.Word("distributor", "分销商"), new Term.Word("partner", "合作伙伴"));
        return Draft.word(CUSTOMER, "kind", s -> {
            var told = s.memory().traits().get("kind");
            return kinds.stream().map(Term.Word::word).filter(word -> word.equals(told)).findFirst().orElse(null);
        }).noun("kind", "类型").values(kinds).say(IS, "the customer is a {value}", "客户是{value}")
                .help("The trait kind. Unknown until somebody tells it.").done();
    }

    private static Term told(String trait, String english, String chinese, String sentence, String inChinese) {
        return Draft.word(CUSTOMER, "lead-" + trait, s -> yesOrNo(s, trait)).noun(english, chinese).values(YES_OR_NO)
                .say(IS, sentence, inChinese).help("The trait " + trait + ", yes or no. Unknown until somebody tells it.").done();
    }

    private static @Nullable String yesOrNo(Situation situation, String trait) {
        return Told.yesOrNo(situation.memory().traits().get(trait));
    }
}
