package io.rapport.rulebook;

import static io.rapport.facts.Situation.Scope.COMPLAINT;
import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.facts.Situation.Scope.ORDER_LINE;
import static io.rapport.facts.Situation.Scope.PRODUCT_LINE;
import static io.rapport.rulebook.Stratum.CHURN;
import static io.rapport.rulebook.Stratum.CLASSIFY;
import static io.rapport.rulebook.Stratum.RELATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/** What rules can conclude, with the values of each concept, lowest first. */
public final class Concepts {

    private static final Map<String, Concept> ALL = new LinkedHashMap<>();

    static {
        words("status", "status", "客户状态", CLASSIFY, "potential 潜在, target 目标, first-time 初次购买, repeat 重复购买, loyal 忠诚, lost 流失");
        words("stage", "life-cycle stage", "生命周期阶段", CLASSIFY,
                "awareness 认知, exploration 探测, expansion 形成, commitment 稳定, dissolution 退化");
        words("tier", "tier", "客户等级", CLASSIFY, "lead 乌铅, iron 钢铁, silver 白银, gold 黄金, diamond 钻石");
        score("recency-score", "recency score", "近度得分");
        score("frequency-score", "frequency score", "频度得分");
        score("money-score", "money score", "金额得分");
        add(new Concept("churn-points", "churn points", "流失积分", CLASSIFY, CUSTOMER, List.of(), true, -10_000, 10_000, false,
                false, false, true));
        words("topic", "topic", "主题", CLASSIFY, "complaint 投诉, question 咨询, praise 表扬, unsubscribe 退订, other 其他");
        add(new Concept("product-line", "product line", "产品线", CLASSIFY, ORDER_LINE, List.of(), false, 0, 0, false, false, true,
                false));
        add(new Concept("margin-rate", "estimated margin %", "估计毛利率%", CLASSIFY, ORDER_LINE, List.of(), true, -100, 100, false,
                false,
                true, false));
        add(new Concept("relationship", "relationship", "关系类型", RELATE, PRODUCT_LINE,
                pairs("basic 基本型, reactive 被动型, accountable 负责型, proactive 能动型, partnership 伙伴型"), false, 0, 0, false, false,
                true, true));
        add(new Concept("complaint-deadline", "complaint deadline in hours", "投诉时限(小时)", RELATE, CUSTOMER, List.of(), true, 0.25,
                8_760,
                false, false, true, true));
        add(new Concept("next-level", "next level", "上一级", RELATE, COMPLAINT, List.of(), false, 0, 0, false, false, true, false));
        words("retention", "retention", "客户保留", CHURN, "keep 保持, rescue 挽留, win-back 赢回, let-go 放手");
        words("churn-level", "churn level", "流失级别", CHURN, "low 低, watch 关注, high 高, lost 流失");
        add(new Concept("churn-sign", "churn sign", "流失迹象", CHURN, CUSTOMER, pairs("silent 沉默, order-value-falling 客单价下降, "
                + "orders-falling 订单减少, returns 退货, complaint-unresolved 投诉未解决, complaints-repeated 重复投诉, withdrew-consent 撤回同意"),
                false, 0, 0, true, false, false, false));
    }

    private Concepts() {}

    /** All concepts, in the order of their strata. */
    public static List<Concept> all() {
        return List.copyOf(ALL.values());
    }

    /** The concept of an id, null if there is none. */
    public static @Nullable Concept find(String id) {
        return ALL.get(id);
    }

    /** The values of a concept, lowest first; empty where any word or number may stand. */
    public static List<String> values(String concept) {
        return known(concept).words();
    }

    /** Whether several values may hold at once. */
    public static boolean multiple(String concept) {
        return known(concept).multiple();
    }

    /** Whether a change is an event of its own and the memory keeps the value. */
    public static boolean lasting(String concept) {
        return known(concept).lasting();
    }

    private static Concept known(String id) {
        var concept = ALL.get(id);
        if (concept == null) {
            throw new IllegalArgumentException("No concept is called [" + id + "].\nMaybe one of " + ALL.keySet());
        }
        return concept;
    }

    private static void words(String id, String english, String chinese, Stratum home, String values) {
        var lasting = id.equals("status") || id.equals("stage");
        add(new Concept(id, english, chinese, home, CUSTOMER, pairs(values), false, 0, 0, false, lasting, true, true));
    }

    private static void score(String id, String english, String chinese) {
        add(new Concept(id, english, chinese, CLASSIFY, Situation.Scope.CUSTOMER, List.of(), true, 1, 5, false, false, true,
                true));
    }

    private static void add(Concept concept) {
        ALL.put(concept.id(), concept);
    }

    /** Reads {@code gold 黄金, diamond 钻石}. */
    private static List<Term.Word> pairs(String written) {
        return java.util.Arrays.stream(written.split(", ")).map(pair -> pair.split(" "))
                .map(pair -> new Term.Word(pair[0], pair[1])).toList();
    }
}
