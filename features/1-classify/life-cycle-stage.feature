Feature: Life-cycle stage
  How far the relationship has come, and whether it falls apart.
  Rules: rules/1-classify/life-cycle-stage.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Who has not bought is in awareness, the first purchase begins the exploration

    Scenario: Asked, and not bought
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's stage is awareness, because "has not bought yet"

    Scenario: Two purchase days
      Given Anna ordered on 1 February 2026
      And Anna ordered on 1 March 2026
      Then Anna's stage is exploration

  Rule: The third purchase day begins the expansion

    Scenario: Three purchase days
      Given Anna ordered every 14 days from 1 February 2026 to 1 March 2026
      Then Anna's stage is expansion, because "bought on 3 days"

    @silence
    Scenario: Silent for 4.96 usual intervals
      Given Anna ordered every 28 days from 4 January 2026 to 1 March 2026
      When 139 days pass
      Then Anna's stage is expansion

    @silence
    Scenario: Silent for 5 usual intervals, and still fresh in memory
      Given Anna ordered every 28 days from 4 January 2026 to 1 March 2026
      When 140 days pass
      Then Anna's stage is exploration, because "few purchases or an uncertain rhythm"

  Rule: Five purchase days over 120 days or more, in rhythm, are a commitment

    @silence
    Scenario: Five purchase days, the first 119 days ago
      Given Anna ordered every 29 days from 5 November 2025 to 1 March 2026
      When 3 days pass
      Then Anna's stage is expansion

    @silence
    Scenario: Five purchase days, the first 120 days ago
      Given Anna ordered every 29 days from 5 November 2025 to 1 March 2026
      When 4 days pass
      Then Anna's stage is commitment, because "bought on 5 days, in rhythm"

    Scenario: Four purchase days, the first 120 days ago
      Given Anna ordered every 40 days from 1 November 2025 to 1 March 2026
      Then Anna's stage is expansion

    @silence
    Scenario: Silent for just below 3 usual intervals
      Given Anna ordered every 30 days from 1 November 2025 to 1 March 2026
      When 89 days pass
      Then Anna's stage is commitment

    @silence
    Scenario: Silent for 3 usual intervals
      Given Anna ordered every 30 days from 1 November 2025 to 1 March 2026
      When 90 days pass
      Then Anna's stage is expansion

  Rule: A regular customer whose strength is below 1 and who is silent for 5 usual intervals is in dissolution

    @silence
    Scenario: Silent for 299 days, used to come every 60
      Given Anna ordered every 60 days from 1 November 2025 to 1 March 2026
      When 299 days pass
      Then Anna's stage is expansion

    @silence
    Scenario: Silent for 300 days, used to come every 60
      Given Anna ordered every 60 days from 1 November 2025 to 1 March 2026
      When 300 days pass
      Then Anna's stage is dissolution, because "silent for 5 times the usual interval"

    @silence
    Scenario: Strength still 1.00, used to come every 30 days
      Given Anna ordered every 30 days from 31 December 2025 to 1 March 2026
      When 171 days pass
      Then Anna's stage is exploration

    @silence
    Scenario: Strength just below 1, used to come every 30 days
      Given Anna ordered every 30 days from 31 December 2025 to 1 March 2026
      When 172 days pass
      Then Anna's stage is dissolution

    @silence
    Scenario: Two purchase days are no rhythm to be silent against
      Given Anna ordered every 30 days from 30 January 2026 to 1 March 2026
      When 150 days pass
      Then Anna's stage is exploration

  Rule: Trade whose strength is below 0.35 has faded, even without a rhythm

    @silence
    Scenario: One purchase, 191 days ago
      Given Anna ordered on 1 March 2026
      When 191 days pass
      Then Anna's stage is exploration

    @silence
    Scenario: One purchase, 192 days ago
      Given Anna ordered on 1 March 2026
      When 192 days pass
      Then Anna's stage is dissolution, because "trade has faded: strength 0.35"

  Rule: No stage is skipped on the way up; dissolution may follow any stage

    Scenario: A customer of 1,000 purchase days is met for the first time
      Given there are 1,000 customers
      And Anna ranks 1st by frequency
      When Anna is looked at again
      Then Anna passed the stages "awareness, exploration, expansion, commitment"

    @silence
    Scenario: One purchase, and gone
      Given Anna ordered on 1 March 2026
      When 192 days pass
      Then Anna passed the stages "awareness, exploration, dissolution"

    Scenario: Back from dissolution
      Given Anna ordered every 14 days from 1 January 2025 to 29 January 2025
      And Anna ordered on 1 March 2026
      Then Anna passed the stages "awareness, exploration, expansion, exploration, dissolution, exploration, expansion"

  Rule: Trade that falls while the customer's own volume does not is a sign of dissolution

    Scenario Outline: Spends <now> after 1,000, and in all <total> after 10,000
      Given Anna ordered for 1,000 EUR on 1 February 2025
      And Anna ordered for 300 EUR on 1 September 2025
      And Anna ordered for <now> on 1 February 2026
      And Anna spent 10,000 EUR a year with everybody, and now <total>
      Then Anna's stage is <stage>

      Examples:
        | now     | total     | stage       |
        | 399 EUR | 9,500 EUR | dissolution |
        | 400 EUR | 9,500 EUR | expansion   |
        | 399 EUR | 9,400 EUR | expansion   |

    Scenario: Nobody knows her own volume: nothing is concluded from it
      Given Anna ordered for 1,000 EUR on 1 February 2025
      And Anna ordered for 300 EUR on 1 September 2025
      And Anna ordered for 300 EUR on 1 February 2026
      Then Anna's stage is expansion
