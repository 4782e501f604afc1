Feature: Mail mood
  How a message sounds, told by its words; a change of mood is an event.
  Rules: rules/1-classify/mail-mood.csv

  Rule: The first row that finds one of its words counts, and the words are kept

    Scenario Outline: "<text>"
      When Anna writes an e-mail: "<text>"
      Then the mood of the message is <mood>, because "<because>"

      Examples:
        | text                              | mood     | because              |
        | I am furious, this is the worst   | negative | says furious, worst  |
        | I love it, but I am disappointed  | negative | says disappointed    |
        | I love it, thanks                 | positive | says love, thanks    |
        | The parcel arrived                | neutral  | no word of a feeling |
        | The lamp is not good              | negative | says not good        |
        | It could not be better            | positive | says could not be better |
        | Ich bin nicht zufrieden           | negative | says nicht zufrieden |
        | Nicht schlecht!                   | positive | says nicht schlecht  |
        | 一点也不喜欢                      | negative | says 不喜欢, 一点也不 ... 喜欢 |
        | Pas mal du tout !                 | positive | says pas mal         |
        | No estoy contento                 | negative | says no estoy content* |
        | Non sono soddisfatto              | negative | says non sono soddisfatt* |
        | とても満足しています              | positive | says 満足            |
        | ¡Muchas gracias!                  | positive | says gracias         |
        | Je suis déçue                     | negative | says déçue           |
        | 没有失望                          | positive | says 没有失望        |
        | I am not unhappy with it          | neutral  | no word of a feeling |

  Rule: The mood stays until other words change it

    Scenario: Two angry mails, then thanks
      When Anna writes an e-mail: "I am furious"
      And Anna writes an e-mail: "I am angry"
      And Anna writes an e-mail: "Solved, thanks"
      Then Anna went through the moods "negative, positive"

    Scenario: An order says nothing about the mood
      Given it is Sunday 1 March 2026, 09:00 in London
      And Anna ordered on 1 March 2026
      Then Anna's mood is unknown
