package io.rapport.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What authors get wrong, by a name for the mistake: a file with it and what is said about it. */
final class Mistakes {

    private static final String TIER = "1-classify/value-tier.csv";

    private static final String SIGNS = "3-churn/churn-signs.sentences";

    private static final String CARE = "4-care/win-back.sentences";

    private static final String RANK = "\"current value, in the top %\",tier,because";

    private static final Map<String, String[]> ALL = new LinkedHashMap<>();

    static {
        table("a letter for a digit", TIER, "TIER-001", "first", RANK, "1,diamond,top", "l00,lead,the rest");
        condition("a misspelt word", "    the customer has been silent for 3 times the usual intervall");
        table("a gap", "2-relate/relationship.csv", "REL-001", "unique", "margin %,relationship", "below 15,basic",
                "18 and above,proactive");
        table("rows that overlap", "2-relate/relationship.csv", "REL-001", "unique", "margin %,relationship", "below 15,basic",
                "10 and above,proactive");
        table("a row that nobody reaches", TIER, "TIER-001", "first", RANK, "10,diamond,top", "5,gold,next", "100,lead,rest");
        table("a value of another language", TIER, "TIER-001", "first", RANK, "1,platinum,top", "100,lead,rest");
        table("a value misspelt", TIER, "TIER-001", "first", RANK, "1,diamnd,top", "100,lead,rest");
        table("a header nobody knows", TIER, "TIER-001", "first", "\"current worth, in the top %\",tier", "100,lead");
        table("a header of a later folder", TIER, "TIER-001", "first", "churn level,tier", "lost,lead", "any,gold");
        table("a table that says nothing", "5-limits/quiet-hours.csv", "LIM-002", "all", "channel,tier", "email,gold");
        table("a cell with a comma", "1-classify/product-line.csv", "LINE-001", "first",
                "words of the description,product line,estimated margin %", "candle*, light*,Candles,38", "any,Other gifts,18");
        table("a comma between thousands", "1-classify/order-size.csv", "ORDER-001", "first",
                "amount of the order,order size", "5,000 and above,large", "any,usual");
        table("a date that can be read in two ways", TIER, "TIER-001", "first", RANK, "100,lead,rest");
        ALL.computeIfPresent("a date that can be read in two ways",
                (_, file) -> new String[] {file[0], file[1].replace("since: 2026-12-01", "since: 01/12/2026")});
        table("yes in other words", "1-classify/lead-grade.csv", "LEAD-001", "first", "money,authority,need,lead grade",
                "1,TRUE,WAHR,hot", "0,falsch,否,none", "any,any,any,contact");
        table("a heading whose Chinese was lost", TIER, "TIER-001", "first", "\"current value, in the top %\",tier,because,??",
                "100,lead,the rest,?????");
        table("no time of day", "5-limits/quiet-hours.csv", "LIM-002", "all", "channel,quiet from,quiet until",
                "email,25:00,08:00");
        table("a percentage above all", TIER, "TIER-001", "first", RANK, "150,diamond,top", "100,lead,rest");
        table("a span that is upside down", "2-relate/relationship.csv", "REL-001", "first", "margin %,relationship",
                "35 to below 15,basic", "any,basic");
        table("a span without a clear end", "2-relate/relationship.csv", "REL-001", "first", "margin %,relationship",
                "15 to 35,basic", "any,basic");
        table("a unit that does not fit", TIER, "TIER-001", "first", "days since the last purchase,tier", "3 weeks,gold",
                "any,lead");
        table("a date that a spreadsheet made", TIER, "TIER-001", "first", "number of purchase days,tier", "5-Jan,gold",
                "any,lead");
        table("a column that stands twice", TIER, "TIER-001", "first", "money score,tier,tier", "1,lead,lead");
        table("another hit policy", TIER, "TIER-001", "fist", RANK, "100,lead,rest");
        file("an owner who is missing", TIER,
                Shelf.table("TIER-001", "first", RANK, "100,lead,rest").replace("owner: test, ", ""));
        file("a date with the day first", TIER,
                Shelf.table("TIER-001", "first", RANK, "100,lead,rest").replace("2026-12-01", "first of December"));
        file("an id in small letters", TIER, Shelf.table("tier-1", "first", RANK, "100,lead,rest"));
        file("a status nobody knows", TIER,
                Shelf.table("TIER-001", "first", RANK, "100,lead,rest").replace("status: live", "status: alive"));
        file("no head at all", TIER, "\"current value, in the top %\",tier\n100,lead\n");
        file("a quote never closed", TIER, Shelf.table("TIER-001", "first", "\"current value, in the top %,tier", "100,lead"));
        condition("a value without its concept", "    the customer is not gold");
        condition("Chinese: a value without its concept", "    客户不是黄金客户");
        condition("a unit nobody knows", "    the customer has been silent for 3 months");
        condition("a number in words", "    the customer has been silent for sixty days");
        condition("a word of no concept", "    the life-cycle stage is marriage");
        condition("a sentence of another tool", "    customer.orders.count() > 3");
        condition("Chinese: a number in characters", "    客户已沉默六十天");
        condition("Chinese: a value misspelt", "    客户金字塔是白金");
        condition("Chinese: a word left out", "    客户沉默60天");
        consequence("a consequence misspelt", "    send the mesage \"win-back\" by email");
        consequence("a channel nobody knows", "    send the message \"win-back\" by emial");
        consequence("an option misspelt", "    send the message \"win-back\" by email, becuase \"silent\"");
        consequence("a time without a unit", "    give the task \"call\" to service, due in 3");
        consequence("a unit of time misspelt", "    give the task \"call\" to service, due in 3 dayz");
        consequence("a reason that asks for what is not there",
                "    give the task \"call\" to service, because \"silent for {days since last purchase}\"");
        consequence("a message without a template", "    send the message \"winback\" by email");
        consequence("a conclusion where rules act", "    the tier is gold");
        consequence("Chinese: a consequence misspelt", "    通过电子邮件发信息\"win-back\"");
        file("conditions that exclude each other", SIGNS, Shelf.sentences("CHURN-002", "rule \"Silent: never\"", "when",
                "    the customer has been silent for 60 days", "    the customer has bought within the last 30 days", "then",
                "    the churn sign is silent"));
        file("two rules that contradict each other", TIER, Shelf.table("TIER-001", "all", RANK, "10,diamond,a", "20,gold,b"));
        file("then left out", CARE, Shelf.sentences("CARE-005", "rule \"Win-back: silent\"", "when",
                "    the customer has been silent for 90 days", "    send the message \"win-back\" by email"));
        consequence("a reason that asks for less than the word says",
                "    give the task \"call\" to service, because \"bought for {amount spent}\"");
        file("then before when", CARE, Shelf.sentences("CARE-005", "rule \"a: b\"", "then", "    open a complaint"));
        file("a sentence before any rule", CARE, Shelf.sentences("CARE-005", "a complaint is open"));
        file("a rule about two things", CARE, Shelf.sentences("CARE-005", "rule \"a: b\"", "when", "    its deadline has passed",
                "    the order was delivered 5 days ago or earlier", "then", "    open a complaint"));
        file("a file in no folder", "win-back.sentences", "x");
        spreadsheetHabits();
        calendars();
        habitsOfSpeech();
        file("a placeholder nobody knows", "templates/win-back.en.txt",
                "Subject: Hello {nmae}\nPurpose: promotion\n\nWe miss you.\n");
        consequence("a service message sent as promotion", "    send the message \"received\" by email, as promotion");
        file("a message that does not say what it is for", "templates/win-back.en.txt", "Subject: Hello\n\nWe miss you.\n");
        file("a purpose misspelt", "templates/win-back.en.txt", "Subject: Hello\nPurpose: promtion\n\nWe miss you.\n");
        file("a purpose below the text", "templates/win-back.en.txt", "Subject: Hello\n\nWe miss you.\nPurpose: promotion\n");
    }

    /** What is right elsewhere, in Excel or on another keyboard. */
    private static void spreadsheetHabits() {
        var rest = "any,lead";
        for (var cell : List.of("between 1 and 5", "1~5", "5+", "top 5", "1k", "€ 500", "大于5", "3. Mai", "else", "*", "n/a",
                "#REF!",
                "3 months and above", ">5 and <10", "5，gold")) {
            var column = cell.startsWith("3 months") ? "days since the last purchase"
                    : cell.equals("1k") || cell.startsWith("€") ? "amount spent in the last 365 days" : "number of purchase days";
            table("a spreadsheet's habit: " + cell, TIER, "TIER-001", "first", column + ",tier", cell + ",gold", rest);
        }
        table("a column's name cut short", TIER, "TIER-001", "first", "purchase days,tier", "5,gold", rest);
        table("a cell too many", TIER, "TIER-001", "first", "number of purchase days,tier", "5,gold,because they are good", rest);
    }

    private static void calendars() {
        for (var today : List.of("between 1 and 24 Decembre", "between 24 and 1 December", "31 February", "in Decembre",
                "between 01/12 and 24/12", "between 1 December 2026 and 24 December 2026", "between 1 and 24",
                "from 1 January to 31 December", "24 or 26 December", "Mondey", "Monday to Fryday")) {
            condition("a day that is none: " + today, "    today is " + today);
        }
        for (var today : List.of("今天是2月30日", "今天在12月24日至1日之间", "今天是01/12", "今天是星期八")) {
            condition("a day that is none: " + today, "    " + today);
        }
        table("a column of days: 31.11.", TIER, "TIER-001", "first", "day of the year,tier", "1.11. to 31.11.,gold", "any,lead");
        table("a column of days with a gap", "2-relate/relationship.csv", "REL-001", "unique", "day of the year,relationship",
                "1 January to 30 November,basic", "2 December to 31 December,proactive");
        table("a column of weekdays with a gap", "2-relate/relationship.csv", "REL-001", "unique", "day of the week,relationship",
                "Monday to Friday,basic", "Sunday,proactive");
        file("days that never meet", SIGNS, Shelf.sentences("CHURN-002", "rule \"Silent: long\"", "when", "    in December",
                "    today is between 1 and 31 July", "then", "    the churn sign is silent"));
        file("weekdays that never meet", SIGNS, Shelf.sentences("CHURN-002", "rule \"Silent: long\"", "when", "    on Mondays",
                "    on the weekend", "then", "    the churn sign is silent"));
    }

    /** What is right in a letter. */
    private static void habitsOfSpeech() {
        file("a rule without quotes", CARE, Shelf.sentences("CARE-005", "rule a: b", "if", "    a complaint is open", "then",
                "    open a complaint"));
        condition("two conditions in a line", "    the churn level is high and the tier is gold");
        condition("one condition or the other", "    the tier is gold or the customer is silent for 90 days");
        consequence("what nobody can do", "    wait 3 days");
        consequence("another word for by", "    send the message \"win-back\" via email");
    }

    private Mistakes() {}

    static Map<String, String[]> all() {
        return ALL;
    }

    /** What is said about a mistake, as a person sees it. */
    static String said(String name) {
        return Shelf.rendered(problems(name));
    }

    static List<Problem> problems(String name) {
        var file = ALL.get(name);
        var files = file[0].startsWith("templates/")
                ? Shelf.files(file)
                : Shelf.files("templates/win-back.en.txt", "Subject: Hello\nPurpose: promotion\n\nWe miss you.\n",
                        "templates/received.en.txt", "Subject: Hello\nPurpose: service\n\nWe have it.\n", file[0], file[1]);
        return new RulebookCompiler().check(files).stream().filter(Problem::isError).toList();
    }

    private static void table(String name, String file, String id, String policy, String... lines) {
        file(name, file, Shelf.table(id, policy, lines));
    }

    private static void condition(String name, String sentence) {
        file(name, SIGNS, Shelf.sentences("CHURN-002", "rule \"Silent: long\"", "when", sentence, "then",
                "    the churn sign is silent"));
    }

    private static void consequence(String name, String sentence) {
        file(name, CARE, Shelf.sentences("CARE-005", "rule \"Win-back: silent\"", "when",
                "    the customer has been silent for 90 days", "then", sentence));
    }

    private static void file(String name, String file, String text) {
        ALL.put(name, new String[] {file, text});
    }
}
