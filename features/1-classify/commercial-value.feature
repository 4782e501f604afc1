Feature: Commercial value
  Existing, potential, influence and learning value: four figures, one sum.
  Rules: rules/1-classify/commercial-value.csv

  Background:
    Given 2 other product lines are sold

  Rule: A referral is worth 20 while nobody knows what it brought, an answer 2

    Scenario Outline: <others> referrals and <surveys> answers
      Given Li Lei referred <others> others to us
      And Li Lei answered <surveys> surveys
      When Li Lei is looked at again
      Then Li Lei's influence value is <influence>
      And Li Lei's learning value is <learning>

      Examples:
        | others | surveys | influence | learning |
        | 0      | 0       | 0         | 0        |
        | 1      | 1       | 20        | 2        |
        | 2      | 3       | 40        | 6        |

  Rule: The four add up, and are unknown together while one of them is

    Scenario: 500 now, a tenth of it possible, three answers
      Given Li Lei earned us 500 EUR within the last year
      And Li Lei answered 3 surveys
      When Li Lei is looked at again
      Then Li Lei's current value is 500
      And Li Lei's commercial value is 556

    Scenario: Never bought: nobody knows what he would bring
      Given Li Lei answered 3 surveys
      When Li Lei is looked at again
      Then Li Lei's commercial value is unknown
