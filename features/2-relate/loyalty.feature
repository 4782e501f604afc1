Feature: Loyalty
  Which of the four loyalties somebody shows: cognitive, affective, conative, behavioural.
  Rules: rules/2-relate/loyalty.sentences

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Cognitive loyalty finds more than it costs

    Scenario: Benefit outweighs price and effort
      Given Anna answered on 1 February 2026: benefit 70 %, price 60 %, effort 40 %
      Then Anna shows the loyalty cognitive

    Scenario: Just below
      Given Anna answered on 1 February 2026: benefit 70 %, price 62 %, effort 40 %
      Then Anna does not show the loyalty cognitive

  Rule: Affective loyalty is satisfied

    Scenario: Rated us 60 %
      Given Anna rated us 60 % on 1 February 2026
      Then Anna shows the loyalty affective

    Scenario: Rated us 59 %
      Given Anna rated us 59 % on 1 February 2026
      Then Anna does not show the loyalty affective

  Rule: Conative loyalty means to buy again

    Scenario: Means it with 80 %
      Given Anna answered on 1 February 2026: "intention" 80 %
      Then Anna shows the loyalty conative

    Scenario: Means it with 79 %
      Given Anna answered on 1 February 2026: "intention" 79 %
      Then Anna does not show the loyalty conative

  Rule: Behavioural loyalty comes back in rhythm

    Scenario: Five purchase days
      Given Anna ordered every 7 days from 1 February 2026 to 1 March 2026
      Then Anna shows the loyalty behavioural

    Scenario: Four purchase days
      Given Anna ordered every 9 days from 1 February 2026 to 1 March 2026
      Then Anna does not show the loyalty behavioural

    @silence
    Scenario: Silent for three usual intervals
      Given Anna ordered every 7 days from 1 February 2026 to 1 March 2026
      When 21 days pass
      Then Anna does not show the loyalty behavioural

  Rule: Conative too: buys hardly anywhere else

    Scenario: 80 of 100 EUR a year are spent with us
      Given Anna has the trait "total-spend": "100"
      And Anna ordered for 80.00 EUR on 1 February 2026
      When Anna is looked at again
      Then Anna shows the loyalty conative

    Scenario: 79 of 100 EUR a year are spent with us
      Given Anna has the trait "total-spend": "100"
      And Anna ordered for 79.00 EUR on 1 February 2026
      When Anna is looked at again
      Then Anna does not show the loyalty conative

  Rule: Affective too: complained 60 days ago or earlier, and has bought since

    Scenario: Bought again
      Given Anna complained by e-mail
      When the complaint is resolved
      And 60 days pass
      And Anna orders "Vase" for 20.00 EUR
      Then Anna shows the loyalty affective

    Scenario: Bought again a day too early to tell
      Given Anna complained by e-mail
      When the complaint is resolved
      And 59 days pass
      And Anna orders "Vase" for 20.00 EUR
      Then Anna does not show the loyalty affective
