package org.callwright.settings;

/** A setting has a value that can't be used; the message names key, value and what is wanted. */
public class SettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    SettingsException(String key, String value, String wanted) {
        super(key + "=" + value + ": " + wanted);
    }
}
