Feature: Value tier
  Five tiers by current value, so that care follows value.
  Rules: rules/1-classify/value-tier.csv

  Rule: The tier follows the rank by current value: 1 %, 5 %, 20 %, 50 %, the rest

    Scenario Outline: The last one inside and the first one outside: rank <rank> of 1,000
      Given there are 1,000 customers
      And Li Lei ranks <rank> by current value
      When Li Lei is looked at again
      Then Li Lei's tier is <tier>, because "<because>"

      Examples:
        | rank   | tier    | because                  |
        | 1st    | diamond | top 1 % by current value |
        | 10th   | diamond | top 1 % by current value |
        | 11th   | gold    | next 4 %                 |
        | 50th   | gold    | next 4 %                 |
        | 51st   | silver  | next 15 %                |
        | 200th  | silver  | next 15 %                |
        | 201st  | iron    | next 30 %                |
        | 500th  | iron    | next 30 %                |
        | 501st  | lead    | the rest                 |
        | 1000th | lead    | the rest                 |

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

  Rule: A tier is the value of a year: a quiet month takes nobody's away

    @silence
    Scenario: A gold customer, thirty days later
      Given Li Lei is a gold customer
      When 30 days pass
      And Li Lei is looked at again
      Then Li Lei stays a gold customer
