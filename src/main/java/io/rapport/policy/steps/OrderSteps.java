package io.rapport.policy.steps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.policy.wording.UnclearStep;
import io.rapport.policy.wording.Wordings.Money;

/** Orders, deliveries and returns. */
final class OrderSteps {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final String USUAL_PRODUCT = "SCENTED CANDLE";
    private static final Money USUAL_PRICE = new Money(new BigDecimal("50.00"), "EUR");

    private final World world;
    private int orders;

    OrderSteps(World world) {
        this.world = world;
    }

    @Given("{person} ordered on {date}")
    @InChinese("{person}在{date}订购")
    void ordered(String name, LocalDate day) {
        order(name, EventTypes.ORDER_PLACED, USUAL_PRODUCT, USUAL_PRICE, noon(day));
    }

    @Given("{person} ordered for {money} on {date}")
    @InChinese(value = "{person}在{date}以{money}订购", order = {0, 2, 1})
    void orderedFor(String name, Money price, LocalDate day) {
        order(name, EventTypes.ORDER_PLACED, USUAL_PRODUCT, price, noon(day));
    }

    @Given("{person} ordered {string} on {date}")
    @InChinese(value = "{person}在{date}订购了{string}", order = {0, 2, 1})
    void orderedProduct(String name, String product, LocalDate day) {
        order(name, EventTypes.ORDER_PLACED, product, USUAL_PRICE, noon(day));
    }

    @Given("an invoice of {person} is overdue on {date}")
    @InChinese("{person}的发票在{date}逾期")
    void isOverdue(String name, LocalDate day) {
        money(name, EventTypes.INVOICE_OVERDUE, "invoice", USUAL_PRICE, day);
    }

    @Given("the invoice {string} of {person} for {money} is overdue on {date}")
    @InChinese(value = "{person}的发票{string}金额{money},在{date}逾期", order = {1, 0, 2, 3})
    void invoiceIsOverdue(String reference, String name, Money price, LocalDate day) {
        money(name, EventTypes.INVOICE_OVERDUE, reference, price, day);
    }

    @Given("{person} paid {money} of the invoice {string} on {date}")
    @InChinese(value = "{person}在{date}支付了{money},发票{string}", order = {0, 3, 1, 2})
    void paid(String name, Money price, String reference, LocalDate day) {
        money(name, EventTypes.PAYMENT_RECEIVED, reference, price, day);
    }

    private void money(String name, String type, String reference, Money price, LocalDate day) {
        world.tell(world.person(name), type, new EventData.Amount(reference, price.amount(), price.currency()),
                noon(day).toInstant());
    }

    @Given("{person} ordered every {count} days from {date} to {date}")
    @InChinese(value = "从{date}到{date},{person}每{count}天订购一次", order = {2, 3, 0, 1})
    void orderedEvery(String name, int days, LocalDate first, LocalDate last) {
        for (var day = first; !day.isAfter(last); day = day.plusDays(days)) {
            ordered(name, day);
        }
    }

    @When("{person} orders {string} for {money}")
    @InChinese(value = "{person}以{money}订购{string}", order = {0, 2, 1})
    void orders(String name, String product, Money price) {
        order(name, EventTypes.ORDER_PLACED, product, price, world.now());
    }

    @When("the file brings an order of {person} for {money} of {date}")
    @InChinese(value = "文件带来{person}在{date}的订单,金额{money}", order = {0, 2, 1})
    void comesLate(String name, Money price, LocalDate day) {
        world.learns(world.person(name), EventTypes.ORDER_PLACED, order(USUAL_PRODUCT, price), noon(day).toInstant());
    }

    @Given("{person} returned goods for {money} on {date}")
    @InChinese(value = "{person}在{date}退回{money}的商品", order = {0, 2, 1})
    void returned(String name, Money price, LocalDate day) {
        order(name, EventTypes.ORDER_RETURNED, USUAL_PRODUCT, price, noon(day));
    }

    @Given("an order of {person} is delivered on {date}")
    @InChinese("{person}的订单在{date}送达")
    void isDelivered(String name, LocalDate day) {
        orders++;
        world.tell(world.person(name), EventTypes.ORDER_DELIVERED, new EventData.OrderStep("order " + orders),
                noon(day).toInstant());
    }

    @Then("{string} belongs to the product line {string}, at an estimated margin of {percent}")
    @InChinese("{string}归入产品线{string},估计毛利率为{percent}")
    void belongsTo(String product, String productLine, double marginPercent) {
        world.settle();
        var line = world.orderLines().filter(each -> each.description().equals(product)).findFirst()
                .orElseThrow(() -> new UnclearStep("Nobody ordered [" + product + "]", "order it first."));
        Expect.same("product line", productLine, line.productLine(), () -> behind(line, productLine));
        Expect.same("estimated margin", marginPercent / 100, line.marginRate());
    }

    private List<Behind> behind(EventData.OrderLine line, String productLine) {
        return world.steps().filter(step -> step.noted().data() instanceof EventData.Order order && order.lines().contains(line))
                .findFirst()
                .map(step -> world.suspects().ofOrderLine(step.memory(), step.noted(), line, "product-line", productLine))
                .orElse(List.of());
    }

    private void order(String name, String type, String product, Money price, ZonedDateTime at) {
        world.tell(world.person(name), type, order(product, price), at.toInstant());
    }

    private EventData.Order order(String product, Money price) {
        orders++;
        var line = new EventData.OrderLine(product, product, BigDecimal.ONE, price.amount(), null, null);
        return new EventData.Order("order " + orders, price.currency(), List.of(line));
    }

    /** Noon; today: now. */
    private ZonedDateTime noon(LocalDate day) {
        return day.equals(world.now().toLocalDate()) ? world.now() : day.atTime(NOON).atZone(world.now().getZone());
    }
}
