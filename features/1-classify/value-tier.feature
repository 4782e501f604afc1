Feature: Value tier
  Five tiers by current value, so that care follows value.
  Rules: rules/1-classify/value-tier.csv

  Rule: The tier follows the rank by current value: 1 %, 5 %, 20 %, 50 %, the rest

    Scenario Outline: The last one inside and the first one outside: rank <rank> of 1,000
      Given there are 1,000 customers
      And Li Lei ranks <rank> by current value
      When Li Lei is looked at again
      Then Li Lei's tier is <tier>

      Examples:
        | rank   | tier    |
        | 1st    | diamond |
        | 10th   | diamond |
        | 11th   | gold    |
        | 50th   | gold    |
        | 51st   | silver  |
        | 200th  | silver  |
        | 201st  | iron    |
        | 500th  | iron    |
        | 501st  | lead    |
        | 1000th | lead    |

  Rule: Below 100 customers nobody has a tier: it is unknown, never assumed

    Scenario: Ninety-nine customers
      Given there are 99 customers
      And Li Lei ranks 1st by current value
      When Li Lei is looked at again
      Then Li Lei's tier is unknown

    Scenario: One hundred customers
      Given there are 100 customers
      And Li Lei ranks 1st by current value
      When Li Lei is looked at again
      Then Li Lei's tier is diamond
