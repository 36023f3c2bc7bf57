/**
 * First names that many people in the Netherlands have, of all generations and origins. Left out: those that are also a word which
 * begins a sentence (Mei, Roos, Max, Wil, Merel), or rather a place or an office.
 */
export const VOORNAMEN: ReadonlySet<string> = new Set(
  `Aad Aaliyah Aart Abdel Abdelkader Abdellah Abdul Abdullah Abel Achmed Adam Adem Adil Adriaan Adriana Agnes Ahmed Ahmet Aicha Aisha
  Albert Alex Alexander Ali Alice Alicia Alida Alina Alissa Amal Amber Amin Amina Amir Amira Amy Anass Andrea Andreas Andries Anita Anke
  Ann Anna Annabel Anne Anneke Annelies Annemarie Annemiek Annet Annette Annie Anniek Anouk Ans Antje Anton Antonia Antoon Arda Arend
  Ariane Arie Arjan Arjen Arnold Arthur Astrid Aya Ayden Ayla Ayoub Ayse Aysel Aziz Babette Barbara Bart Bas Bastiaan Beatrix Ben
  Benjamin Bente Berend Bernard Bert Betty Bianca Bilal Birgit Bo Bob Boaz Bjorn Björn Bram Brechtje Brenda Brian Brigitte Britt Bryan
  Carla Carlijn Carlo Carolien Caroline Casper Catharina Cees Celine Chaima Chantal Charlotte Chris Christel Christiaan Christian
  Christien Christina Cindy Claudia Colin Conny Cor Cornelia Cornelis Corrie Daan Daniel Daniël Danielle Daniëlle Danny Daphne Dave David
  Debby Deborah Demi Denise Dennis Derk Diana Dick Diederik Dilara Dina Dinand Dirk Djamila Dolf Dominique Donna Dora Dorien Dylan Ebru
  Eddy Edwin Eefje Eelco Elena Elia Elias Elif Elin Eline Elisa Elisabeth Elise Elizabeth Ella Ellen Elly Els Elsa Else Elske Emir Emma
  Emre Eric Erik Erica Erika Ernst Esmee Esmée Esra Esther Eva Evelien Evi Evy Ewout Fabian Fadma Farah Fatiha Fatima Fatma Fay Feline
  Femke Fenna Ferdi Ferry Fien Fiene Finn Fleur Floris Florien Fokke Frank Frans Frits Freek Froukje Gea Geert Geertje Gerard Gerben Gerda
  Gerrie Gerrit Gert Gerwin Gijs Gillian Gina Greet Greetje Guus Gwen Hakan Halima Hamza Hanan Hanna Hannah Hanneke Hans Harald Harm Harrie
  Harry Hassan Hasan Hatice Heidi Hein Heleen Helena Helga Hendrik Hendrika Henk Henny Herman Hessel Hicham Hidde Hilde Hugo Huseyin Hüseyin
  Ibrahim Ilana Ilias Ilona Ilse Iman Imane Imke Ina Inez Ingeborg Ingrid Irene Irma Isa Isabel Isabella Ismail Ivan Ivo Jaap Jack
  Jacco Jacob Jacoba Jacqueline Jaimy Jake Jamal James Jamila Jamie Jan Jana Janna Janneke Jannes Jannie Janny Janine Jarno Jasmijn Jasmin Jason
  Jasper Jayden Jay Jeanette Jeffrey Jelle Jelmer Jennifer Jenny Jens Jeremy Jeroen Jesper Jesse Jessica Jet Jip Jill Jim Jimmy Jitske
  Joan Joanne Job Jochem Joeri Joep Joey Johan Johanna Johannes John Jolanda Jolien Jonas Jonathan Joost Jordy Joris Jos Josephine Joshua
  Josje Joyce Judith Juliëtte Julia Julian Julie Jurgen Jurre Karel Karim Karima Karin Karlijn Kathleen Katja Kay Kayleigh Kees
  Kelly Kemal Kenan Kenneth Kevin Khadija Khalid Kim Kirsten Kjeld Klaas Klaasje Koen Koert Koos Krijn Kubra Kyra Lara Lars Laura
  Lauren Laurens Lea Leah Leen Lena Lennart Leo Leon Leonie Levi Lexi Leyla Lia Liam Lieke Lien Lies Liesbeth Liesje Lieve Lily Lina Linda
  Linsey Lisa Lisanne Lisette Liselotte Lizzy Loes Lois Lotte Louis Louisa Louise Luc Luca Lucas Lucia Luna Luuk Luuc Lydia Lynn
  Maaike Maarten Maartje Mads Madelief Mandy Manon Mara Marc Marcel Marco Margje Margot Margreet Margriet Maria Mariam Marianne Marie Marieke
  Mariëlle Marije Marijke Marijn Marina Marinus Mario Marion Marit Marja Marjan Marjolein Marjon Mark Marleen Marlies Marloes Marlou Marly
  Martijn Martin Martina Martine Mary Maryam Mats Matthijs Maud Maurice Maurits Maxime Mees Megan Mehmet Melanie Melissa Melle Menno
  Meryem Mia Michael Michel Michelle Miep Mieke Mies Mika Mike Mikail Mila Milan Milou Mina Mira Miranda Miriam Mirjam Mirte Mitchell
  Mo Mohamed Mohammed Monica Monique Morris Moussa Muhammed Murat Musa Mustafa Myrthe Nadia Nadine Najat Naomi Nasser Natalie Natasja Nathalie
  Nick Nicky Nicole Niek Niels Niene Nienke Nigel Nikki Nina Noa Noah Noëlle Noor Noortje Nora Noud Nynke Olaf Olga Oliver Olivia Omar Otto
  Oumaima Owen Özlem Oscar Pascal Patricia Patrick Paul Paula Pauline Peter Petra Petronella Philip Pieter Piet Pieternel Pim Pip Puck
  Quinten Quinn Rachel Rachid Ralf Ralph Ramon Rania Raoul Rasmus Rayan Rebecca Reinier Remco Renate René Renée Rens Renske Ria Rianne Richard
  Rick Rienk Rik Rikkert Rina Rinske Rita Rob Robbert Robert Robin Roderick Roel Roelof Roelien Rogier Romy Ron Ronald Ronny Rosa
  Rosalie Rosanne Roy Ruben Rudi Rudolf Ruth Ruud Saar Sabine Sabrina Said Salma Samantha Samira Samuel Sanae Sander Sandra Sanne Sara Sarah Saskia
  Sebastiaan Selin Selma Sem Senna Serkan Sharon Sheila Shirley Siebe Siem Sietse Sigrid Silke Silvia Simon Simone Sjaak Sjoerd Sjors Sjoukje
  Sofia Sofie Sonja Sophia Sophie Soufiane Stan Stef Stefan Stefanie Stella Stephan Steven Stijn Stephanie Sven Suzan Suzanne Sylvia Tamara Tanja
  Tarik Tess Tessa Teun Teunis Thea Theo Thijmen Thijs Thomas Tijn Tim Timo Tineke Titus Tjitske Tobias Tom Tonny Toon Truus Tycho
  Vera Veerle Victor Vincent Viola Wendy Wesley Wiebe Wieger Wietske Willem Willemijn Wilma Wim Wouter Xander Yara Yasin Yasmin Yasmina
  Yassin Yassine Youri Youssef Yusuf Yvette Yvonne Zakaria Zara Zeynep Zoë Zohra`.split(/\s+/u),
);
