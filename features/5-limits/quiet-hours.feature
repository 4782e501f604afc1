Feature: Quiet hours
  Nobody is woken by us: at night, by the customer's clock, messages wait until the morning.
  Rules: rules/5-limits/quiet-hours.csv

  Background:
    Given it is Monday 2 March 2026, 12:00 in London
    And Mei agrees to promotion by every channel
    And tomorrow these rules are written as well:
      """
      rule "Coupon by e-mail: asked for"
      when
          the message mentions "mail coupon"
      then
          send the message "win-back" by email, as promotion, valid for 5 days

      rule "Coupon by phone: asked for"
      when
          the message mentions "spoken coupon"
      then
          send the message "win-back" by call-centre, as promotion, valid for 5 days
      """

  Rule: Promotional e-mails rest from 21:00 to 08:00, past midnight

    Scenario Outline: Asked for at <moment>
      When it becomes <moment>
      And Mei writes an e-mail: "A mail coupon!"
      Then the message "win-back" to Mei leaves at <leaves>

      Examples:
        | moment                      | leaves                      |
        | Monday 2 March 2026, 20:59  | Monday 2 March 2026, 20:59  |
        | Monday 2 March 2026, 21:00  | Tuesday 3 March 2026, 08:00 |
        | Monday 2 March 2026, 23:59  | Tuesday 3 March 2026, 08:00 |
        | Tuesday 3 March 2026, 00:00 | Tuesday 3 March 2026, 08:00 |
        | Tuesday 3 March 2026, 07:59 | Tuesday 3 March 2026, 08:00 |
        | Tuesday 3 March 2026, 08:00 | Tuesday 3 March 2026, 08:00 |

  Rule: Service e-mails may leave at any time

    Scenario: A complaint at midnight
      When it becomes Tuesday 3 March 2026, 00:00
      And Mei complained by e-mail
      Then the message "complaint-received" to Mei leaves at Tuesday 3 March 2026, 00:00

  Rule: Text messages and the app rest from 21:00 to 09:00, service or not

    Scenario Outline: A complaint by <channel> at <moment>
      When it becomes <moment>
      And Mei complained by <channel>
      Then the message "complaint-received" to Mei leaves at <leaves>

      Examples:
        | channel | moment                      | leaves                      |
        | SMS     | Monday 2 March 2026, 20:59  | Monday 2 March 2026, 20:59  |
        | SMS     | Monday 2 March 2026, 21:00  | Tuesday 3 March 2026, 09:00 |
        | SMS     | Tuesday 3 March 2026, 08:59 | Tuesday 3 March 2026, 09:00 |
        | app     | Monday 2 March 2026, 20:59  | Monday 2 March 2026, 20:59  |
        | app     | Monday 2 March 2026, 21:00  | Tuesday 3 March 2026, 09:00 |
        | app     | Tuesday 3 March 2026, 09:00 | Tuesday 3 March 2026, 09:00 |

  Rule: Calls rest from 20:00 to 09:00

    Scenario Outline: A call asked for at <moment>
      When it becomes <moment>
      And Mei writes an e-mail: "A spoken coupon!"
      Then the message "win-back" to Mei leaves at <leaves>

      Examples:
        | moment                      | leaves                      |
        | Monday 2 March 2026, 19:59  | Monday 2 March 2026, 19:59  |
        | Monday 2 March 2026, 20:00  | Tuesday 3 March 2026, 09:00 |
        | Tuesday 3 March 2026, 08:59 | Tuesday 3 March 2026, 09:00 |

  Rule: The night is the customer's, not ours

    Scenario: 13:00 in London is 21:00 in Shanghai
      Given Mei lives in Shanghai
      When it becomes Monday 2 March 2026, 13:00
      And Mei writes an e-mail: "A mail coupon!"
      Then the message "win-back" to Mei leaves at Tuesday 3 March 2026, 00:00

    Scenario: 12:59 in London is not yet night in Shanghai
      Given Mei lives in Shanghai
      When it becomes Monday 2 March 2026, 12:59
      And Mei writes an e-mail: "A mail coupon!"
      Then the message "win-back" to Mei leaves at Monday 2 March 2026, 12:59
