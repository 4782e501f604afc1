Feature: Churn signs
  Why a customer may be leaving, in words; several may hold.
  Rules: rules/3-churn/churn-signs.sentences

  Background:
    Given it is Monday 29 June 2026, 09:00 in London

  Rule: Silent: three usual intervals without an order, for who has bought on three days

    @silence
    Scenario: 59 days, used to come every 20
      Given Anna ordered every 20 days from 20 May 2026 to 29 June 2026
      When 59 days pass
      Then Anna does not show the churn sign silent

    @silence
    Scenario: 60 days, used to come every 20
      Given Anna ordered every 20 days from 20 May 2026 to 29 June 2026
      When 60 days pass
      Then Anna shows the churn sign silent, because "silent for 3 times the usual interval"

    @silence
    Scenario: Two purchase days are no rhythm
      Given Anna ordered every 20 days from 9 June 2026 to 29 June 2026
      When 60 days pass
      Then Anna does not show the churn sign silent

  Rule: Order value falling: below 60 % of the 90 days before

    Scenario: 60 EUR after 100 EUR
      Given Anna ordered for 100.00 EUR on 31 March 2026
      And Anna ordered for 60.00 EUR on 29 June 2026
      Then Anna does not show the churn sign order-value-falling

    Scenario: 59.99 EUR after 100 EUR
      Given Anna ordered for 100.00 EUR on 31 March 2026
      And Anna ordered for 59.99 EUR on 29 June 2026
      Then Anna shows the churn sign order-value-falling, because "orders are smaller than in the quarter before"

    Scenario: 59.99 EUR after 100 EUR that was 89 days before, in the same quarter
      Given Anna ordered for 100.00 EUR on 1 April 2026
      And Anna ordered for 59.99 EUR on 29 June 2026
      Then Anna does not show the churn sign order-value-falling

  Rule: Orders falling: below half of the 90 days before

    Scenario: One order after two
      Given Anna ordered every 10 days from 1 March 2026 to 11 March 2026
      And Anna ordered on 29 June 2026
      Then Anna does not show the churn sign orders-falling

    Scenario: One order after three
      Given Anna ordered every 10 days from 1 March 2026 to 21 March 2026
      And Anna ordered on 29 June 2026
      Then Anna shows the churn sign orders-falling, because "fewer orders than in the quarter before"

    Scenario: One order, 89 days ago, after two
      Given Anna ordered every 11 days from 10 March 2026 to 1 April 2026
      When Anna is looked at again
      Then Anna does not show the churn sign orders-falling

    @silence
    Scenario: The same, one day later
      Given Anna ordered every 11 days from 10 March 2026 to 1 April 2026
      When 1 day passes
      Then Anna shows the churn sign orders-falling

    @silence
    Scenario: No order after one
      Given Anna ordered on 29 June 2026
      When 90 days pass
      Then Anna shows the churn sign orders-falling

  Rule: Returns: three in 90 days

    Scenario: Two returns
      Given Anna returned goods for 20 EUR on 1 June 2026
      And Anna returned goods for 20 EUR on 2 June 2026
      Then Anna does not show the churn sign returns

    Scenario: Three returns, the first 89 days ago
      Given Anna returned goods for 20 EUR on 1 April 2026
      And Anna returned goods for 20 EUR on 2 June 2026
      And Anna returned goods for 20 EUR on 29 June 2026
      Then Anna shows the churn sign returns, because "3 returns in the last 90 days"

    Scenario: Three returns, the first 90 days ago
      Given Anna returned goods for 20 EUR on 31 March 2026
      And Anna returned goods for 20 EUR on 2 June 2026
      And Anna returned goods for 20 EUR on 29 June 2026
      Then Anna does not show the churn sign returns

  Rule: Complaint unresolved: as long as one is open

    Scenario: Open
      Given Anna complained by e-mail
      Then Anna shows the churn sign complaint-unresolved, because "a complaint is open"

    Scenario: Resolved
      Given Anna complained by e-mail
      When the complaint is resolved
      Then Anna does not show the churn sign complaint-unresolved

  Rule: Complaints repeated: two in 180 days, resolved or not

    Scenario: Once
      Given Anna complained by e-mail
      Then Anna does not show the churn sign complaints-repeated

    @silence
    Scenario: Again after 179 days
      Given Anna complained by e-mail
      When the complaint is resolved
      And 179 days pass
      And Anna complained by e-mail
      Then Anna shows the churn sign complaints-repeated, because "complained 2 times in half a year"

    Scenario: Again after 180 days
      Given Anna complained by e-mail
      When the complaint is resolved
      And 180 days pass
      And Anna complained by e-mail
      Then Anna does not show the churn sign complaints-repeated

  Rule: Withdrew consent: in the last 90 days

    @silence
    Scenario: 89 days ago
      Given Anna agrees to promotion by e-mail
      When Anna withdraws the consent to promotion by e-mail
      And 89 days pass
      Then Anna shows the churn sign withdrew-consent, because "withdrew a consent lately"

    @silence
    Scenario: 90 days ago
      Given Anna agrees to promotion by e-mail
      When Anna withdraws the consent to promotion by e-mail
      And 90 days pass
      Then Anna does not show the churn sign withdrew-consent

  Rule: Satisfaction that falls by ten points is a sign

    Scenario: From 50 % to 40 %
      Given Anna rated us 50 % on 1 October 2025
      And Anna rated us 40 % on 1 March 2026
      Then Anna shows the churn sign satisfaction-falling, because "satisfaction changed by -10 points"

    Scenario: From 50 % to 41 %
      Given Anna rated us 50 % on 1 October 2025
      And Anna rated us 41 % on 1 March 2026
      Then Anna does not show the churn sign satisfaction-falling

  Rule: Who buys a tenth less from us and not less in all buys elsewhere

    Scenario: 899 EUR after 1,000 EUR
      Given Anna ordered for 1,000 EUR on 1 February 2025
      And Anna ordered for 899 EUR on 1 February 2026
      And Anna spent 10,000 EUR a year with everybody, and now 9,500 EUR
      Then Anna shows the churn sign share-falling

    Scenario: 900 EUR after 1,000 EUR
      Given Anna ordered for 1,000 EUR on 1 February 2025
      And Anna ordered for 900 EUR on 1 February 2026
      And Anna spent 10,000 EUR a year with everybody, and now 9,500 EUR
      Then Anna does not show the churn sign share-falling

    Scenario: He buys less everywhere
      Given Anna ordered for 1,000 EUR on 1 February 2025
      And Anna ordered for 899 EUR on 1 February 2026
      And Anna spent 10,000 EUR a year with everybody, and now 9,400 EUR
      Then Anna does not show the churn sign share-falling

  Rule: Who buys from less than half of his product lines and spends less narrows down

    Scenario: One of three
      Given Anna ordered "RED BAG" on 1 October 2025
      And Anna ordered "CAKE TIN" on 1 October 2025
      And Anna ordered "SCENTED CANDLE" on 1 June 2026
      Then Anna shows the churn sign breadth-falling, because "of the product lines he knows only 33.33 % in half a year, and spends less"

    Scenario: One of three, and spends no less
      Given Anna ordered "RED BAG" on 1 October 2025
      And Anna ordered "CAKE TIN" on 1 October 2025
      And Anna ordered "SCENTED CANDLE" on 1 June 2026
      And Anna ordered "SCENTED CANDLE" on 2 June 2026
      Then Anna does not show the churn sign breadth-falling

    Scenario: Two of four
      Given Anna ordered "RED BAG" on 1 October 2025
      And Anna ordered "CAKE TIN" on 1 October 2025
      And Anna ordered "SCENTED CANDLE" on 1 June 2026
      And Anna ordered "SILVER BRACELET" on 1 June 2026
      Then Anna does not show the churn sign breadth-falling

  Rule: Words about price and leaving are remembered for 90 days

    @silence
    Scenario: Too expensive, 89 days ago
      When Anna writes an e-mail: "Too expensive for me"
      And 89 days pass
      Then Anna shows the churn sign price-asked

    @silence
    Scenario: Too expensive, 90 days ago
      When Anna writes an e-mail: "Too expensive for me"
      And 90 days pass
      Then Anna does not show the churn sign price-asked

    Scenario: Talks of leaving
      When Anna writes an e-mail: "I want to close my account"
      Then Anna shows the churn sign talks-of-leaving, because "talked of leaving within 90 days"

    Scenario: Only asks
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna does not show the churn sign talks-of-leaving

  Rule: A contract that ends within 60 days is a sign

    Scenario: In 60 days
      Given Anna has the trait "contract end": "2026-08-28"
      When Anna is looked at again
      Then Anna shows the churn sign contract-ending, because "the contract ends in 60 days"

    Scenario: In 61 days
      Given Anna has the trait "contract end": "2026-08-29"
      When Anna is looked at again
      Then Anna does not show the churn sign contract-ending

  Rule: An overdue invoice within 90 days is a sign

    @silence
    Scenario: 89 days ago
      Given an invoice of Anna is overdue on 29 June 2026
      When 89 days pass
      Then Anna shows the churn sign payment-late

  Rule: A balance overdue for 90 days is a sign until it is paid

    @silence
    Scenario: 99 of 100 EUR paid
      Given the invoice "R1" of Anna for 100.00 EUR is overdue on 29 June 2026
      And Anna paid 99.00 EUR of the invoice "R1" on 29 June 2026
      When 90 days pass
      Then Anna's balance overdue is 1
      And Anna shows the churn sign payment-late, because "1 overdue for 90 days"

    @silence
    Scenario: All of it paid
      Given the invoice "R1" of Anna for 100.00 EUR is overdue on 29 June 2026
      And Anna paid 100.00 EUR of the invoice "R1" on 29 June 2026
      When 90 days pass
      Then Anna's balance overdue is 0
      And Anna does not show the churn sign payment-late

    @silence
    Scenario: The figure says for how long
      Given the invoice "R1" of Anna for 100.00 EUR is overdue on 29 June 2026
      When 89 days pass
      Then Anna's days since the oldest invoice fell overdue is 89
