Feature: Contacts per channel
  How often we may write to one customer without being asked.
  Rules: rules/5-limits/contacts-per-channel.csv

  Background:
    Given it is Monday 2 March 2026, 12:00 in London
    And Anna agrees to promotion by every channel
    And tomorrow these rules are written as well:
      """
      rule "Coupon by e-mail: asked for"
      when
          the message mentions "mail coupon"
      then
          send the message "win-back" by email, as promotion, valid for 5 days

      rule "Coupon by text message: asked for"
      when
          the message mentions "text coupon"
      then
          send the message "win-back" by sms, as promotion, valid for 5 days

      rule "Coupon by letter: asked for"
      when
          the message mentions "paper coupon"
      then
          send the message "win-back" by letter, as promotion, valid for 5 days

      rule "Coupon by phone: asked for"
      when
          the message mentions "spoken coupon"
      then
          send the message "win-back" by call-centre, as promotion, valid for 5 days
      """

  Rule: Two promotional e-mails in 7 days

    Scenario: The second in 7 days
      When Anna asks for a "mail coupon" on 2 March 2026
      And Anna asks for a "mail coupon" on 3 March 2026
      Then 2 messages "win-back" go to Anna

    Scenario: The third on the 7th day
      When Anna asks for a "mail coupon" on 2 March 2026
      And Anna asks for a "mail coupon" on 3 March 2026
      And Anna asks for a "mail coupon" on 8 March 2026
      Then 2 messages "win-back" go to Anna, one held back because "at most 2 e-mails in 7 days"

    Scenario: The third on the 8th day
      When Anna asks for a "mail coupon" on 2 March 2026
      And Anna asks for a "mail coupon" on 3 March 2026
      And Anna asks for a "mail coupon" on 9 March 2026
      Then 3 messages "win-back" go to Anna

  Rule: One text message in 30 days, one letter in 90, one call in 60

    Scenario Outline: Another <coupon> on the last day of the period
      When Anna asks for a "<coupon>" on 2 March 2026
      And Anna asks for a "<coupon>" on <day>
      Then 1 message "win-back" goes to Anna, one held back because "<because>"

      Examples:
        | coupon        | day           | because                           |
        | text coupon   | 31 March 2026 | at most 1 text message in 30 days |
        | paper coupon  | 30 May 2026   | at most 1 letter in 90 days       |
        | spoken coupon | 30 April 2026 | at most 1 call in 60 days         |

    Scenario Outline: Another <coupon> one day later
      When Anna asks for a "<coupon>" on 2 March 2026
      And Anna asks for a "<coupon>" on <day>
      Then 2 messages "win-back" go to Anna

      Examples:
        | coupon        | day           |
        | text coupon   | 1 April 2026  |
        | paper coupon  | 31 May 2026   |
        | spoken coupon | 1 May 2026    |

  Rule: Channels are counted one by one

    Scenario: A letter after two e-mails
      When Anna asks for a "mail coupon" on 2 March 2026
      And Anna asks for a "mail coupon" on 3 March 2026
      And Anna asks for a "paper coupon" on 4 March 2026
      Then 3 messages "win-back" go to Anna

  Rule: Service messages are not counted

    Scenario: Three answers on one day, and then a coupon
      When Anna writes an e-mail: "I love them!"
      And Anna writes an e-mail: "Excellent!"
      And Anna writes an e-mail: "Wonderful!"
      And Anna asks for a "mail coupon" on 2 March 2026
      Then 1 message "win-back" goes to Anna

  Rule: A delivery that failed is not counted

    Scenario: The second of two e-mails did not arrive
      When Anna asks for a "mail coupon" on 2 March 2026
      And Anna asks for a "mail coupon" on 3 March 2026
      And the last message "win-back" to Anna cannot be delivered
      And Anna asks for a "mail coupon" on 4 March 2026
      Then 3 messages "win-back" go to Anna
