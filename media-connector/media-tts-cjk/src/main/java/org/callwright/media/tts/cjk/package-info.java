/**
 * Chinese and Japanese for espeak-ng, which reads neither Hanzi nor Kanji: Mandarin becomes pinyin with tone numbers,
 * Japanese becomes Katakana as it is pronounced. Numbers are said in words of the language; what is written in Latin
 * letters is left to an English voice. Without this jar the program does not speak these two languages.
 */
package org.callwright.media.tts.cjk;
