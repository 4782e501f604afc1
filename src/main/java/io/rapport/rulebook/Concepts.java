package io.rapport.rulebook;

import static io.rapport.facts.Situation.Scope.COMPLAINT;
import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.facts.Situation.Scope.ORDER_LINE;
import static io.rapport.facts.Situation.Scope.PRODUCT_LINE;
import static io.rapport.rulebook.Stratum.CARE;
import static io.rapport.rulebook.Stratum.CHURN;
import static io.rapport.rulebook.Stratum.CLASSIFY;
import static io.rapport.rulebook.Stratum.RELATE;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/** What rules can conclude, with the values of each concept, lowest first. */
public final class Concepts {

    private static final Map<String, Concept> ALL = new LinkedHashMap<>();

    private static final Set<String> UNITS = new HashSet<>();

    static {
        words("status", "status", "客户状态", CLASSIFY, "potential 潜在, target 目标, first-time 初次购买, repeat 重复购买, loyal 忠诚, lost 流失");
        words("stage", "life-cycle stage", "生命周期", CLASSIFY,
                "awareness 认知, exploration 探测, expansion 形成, commitment 稳定, dissolution 退化");
        words("tier", "tier", "客户金字塔", CLASSIFY, "lead 乌铅, iron 钢铁, silver 白银, gold 黄金, diamond 钻石");
        score("recency-score", "recency score", "近度得分");
        score("frequency-score", "frequency score", "频度得分");
        score("money-score", "money score", "金额得分");
        add(new Concept("churn-points", "churn points", "流失积分", CLASSIFY, CUSTOMER, List.of(), true, -10_000, 10_000, false,
                false, false, true));
        add(new Concept("topic", "topic", "主题", CLASSIFY, CUSTOMER,
                pairs("complaint 投诉, question 咨询, praise 表扬, unsubscribe 退订, leaving 要离开, price 议价, other 其他"), false, 0, 0,
                true, false, true, true));
        add(new Concept("product-line", "product line", "产品线", CLASSIFY, ORDER_LINE, List.of(), false, 0, 0, false, false, true,
                false));
        add(new Concept("margin-rate", "estimated margin %", "估计毛利率%", CLASSIFY, ORDER_LINE, List.of(), true, -100, 100, false,
                false,
                true, false));
        unit("cost-of-message", "cost of a message", "一条消息的成本");
        unit("cost-of-call", "cost of a call", "一次通话的成本");
        unit("cost-of-visit", "cost of a visit", "一次拜访的成本");
        unit("cost-of-complaint", "cost of a complaint", "一次投诉的成本");
        unit("worth-of-referral", "worth of a referral", "一次推荐的价值");
        unit("worth-of-answer", "worth of an answer", "一次反馈的价值");
        add(new Concept("potential-rate", "potential rate %", "潜在价值率%", CLASSIFY, CUSTOMER, List.of(), true, 0, 1_000, false,
                false, true, true));
        add(new Concept("order-size", "order size", "订单规模", CLASSIFY, CUSTOMER,
                pairs("usual 正常, large-for-him 远超以往, large 大额"), false, 0, 0, false, false, false, true));
        words("difference-matrix", "difference matrix", "客户差异矩阵", CLASSIFY,
                "mass 大众营销, niche 利基营销, loyalty 忠诚营销, one-to-one 一对一营销");
        words("lead-grade", "lead grade", "线索等级", CLASSIFY, "none 无价值, contact 可接触, nurture 可培养, hot 有望成交");
        words("mood", "mood", "情绪", CLASSIFY, "negative 负面, neutral 中性, positive 正面");
        words("satisfaction", "satisfaction", "满意度", CLASSIFY, "dissatisfied 不满意, neutral 一般, satisfied 满意, delighted 惊喜");
        words("satisfaction-trend", "satisfaction trend", "满意度趋势", CLASSIFY, "falling 下降, steady 平稳, rising 上升");
        words("perceived-value", "perceived value", "感知价值", CLASSIFY, "poor 低, fair 一般, good 高");
        words("trust", "trust", "信任", CLASSIFY, "calculus 计算型, knowledge 认知型, identification 认同型");
        add(new Concept("trust-figure", "trust in %", "信任%", CLASSIFY, CUSTOMER, List.of(), true, 0, 100, false, false, true,
                true));
        words("loyalty-ladder", "loyalty ladder", "忠诚阶梯", RELATE,
                "prospect 潜在顾客, customer 顾客, client 常客, supporter 支持者, advocate 拥护者, partner 伙伴");
        add(new Concept("loyalty", "loyalty", "忠诚度", RELATE, CUSTOMER,
                pairs("cognitive 认知忠诚, affective 情感忠诚, conative 意向忠诚, behavioural 行为忠诚"), false, 0, 0, true, false, false,
                false));
        words("relationship-quality", "relationship quality", "关系质量", RELATE, "weak 薄弱, fair 一般, strong 牢固");
        words("relationship-trend", "relationship quality trend", "关系质量趋势", RELATE, "falling 下降, steady 平稳, rising 上升");
        words("trading-form", "trading form", "交易形式", RELATE,
                "transaction 买卖, preferred-supplier 优先供应, partnership 合作伙伴, alliance 战略联盟");
        words("bonding-strategy", "bonding strategy", "联结策略", RELATE, "clasp 扣钩, zipper 拉链, velcro 维可牢");
        words("message-focus", "message focus", "沟通重点", RELATE, "use 使用, proof 佐证, terms 条款, result 成效");
        add(new Concept("message-appeal", "message appeal", "沟通诉求", RELATE, CUSTOMER,
                pairs("benefit 实用, feeling 情感, standing 身份"), false, 0, 0, false, false, false, true));
        words("account-size", "account size", "客户规模", RELATE, "small 小客户, ordinary 普通客户, major 主要客户, vip VIP客户");
        words("portfolio", "portfolio", "客户组合", RELATE, "abandon 放弃, maintain 维持, cultivate 培育, invest 投资");
        words("investment-class", "investment class", "投资与利润类别", RELATE, "prospective 期望, ordinary 普通, repeat 重复, loyal 忠诚");
        add(new Concept("relationship", "relationship", "客户关系类型", RELATE, PRODUCT_LINE,
                pairs("basic 基本型, reactive 被动型, accountable 负责型, proactive 能动型, partnership 伙伴型"), false, 0, 0, false, false,
                true, true));
        add(new Concept("complaint-deadline", "complaint deadline in hours", "投诉时限(小时)", RELATE, CUSTOMER, List.of(), true, 0.25,
                8_760,
                false, false, true, true));
        add(new Concept("next-level", "next level", "上一级", RELATE, COMPLAINT, List.of(), false, 0, 0, false, false, true, false));
        words("retention", "retention", "客户保留", CARE, "keep 保持, rescue 挽留, win-back 赢回, let-go 放手");
        words("care-plan", "care plan", "关怀计划", CARE, "none 无, on-request 应需, after-sale 售后回访, regular 定期, joint 共同规划");
        words("churn-level", "churn level", "流失级别", CHURN, "low 低, watch 关注, high 高, lost 流失");
        add(new Concept("leaving-reason", "leaving reason", "流失原因", CHURN, CUSTOMER, pairs("moved-away 条件丧失, bought-away 低价寻求, "
                + "pulled-away 被竞争对手吸引, pushed-away-unintentionally 非蓄意摒弃, pushed-away-intentionally 蓄意摒弃"),
                false, 0, 0, false, false, false, true));
        add(new Concept("churn-sign", "churn sign", "流失迹象", CHURN, CUSTOMER, pairs("silent 沉默, order-value-falling 客单价下降, "
                + "orders-falling 订单减少, returns 退货, complaint-unresolved 投诉未解决, complaints-repeated 重复投诉, withdrew-consent 撤回同意, satisfaction-falling 满意度下降, share-falling 份额下降, "
                + "breadth-falling 品类减少, price-asked 要求降价, talks-of-leaving 提到离开, contract-ending 合同将到期, payment-late 付款逾期"),
                false, 0, 0, true, false, false, false));
    }

    private Concepts() {}

    /** Whether it is but a figure that other words are computed with, the same for most: no news about a customer. */
    public static boolean unit(String concept) {
        return UNITS.contains(concept);
    }

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

    /** Under which key a situation finds it: what may have several values has one for each. */
    public static String key(Conclusion conclusion) {
        var key = Conclusion.key(conclusion.concept(), conclusion.subject());
        return multiple(conclusion.concept()) ? key + "=" + conclusion.value() : key;
    }

    static boolean multiple(Term term) {
        return term.concept() != null && multiple(term.concept());
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
        var lasting = id.equals("status") || id.equals("stage") || id.equals("mood");
        add(new Concept(id, english, chinese, home, CUSTOMER, pairs(values), false, 0, 0, false, lasting, true, true));
    }

    /** A figure that other words are computed with: data that a marketer may change, and nothing to say about the customer. */
    private static void unit(String id, String english, String chinese) {
        UNITS.add(id);
        add(new Concept(id, english, chinese, CLASSIFY, CUSTOMER, List.of(), true, 0, 1_000_000, false, false, true, true));
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
