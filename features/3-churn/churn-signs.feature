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
