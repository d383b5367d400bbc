package org.callwright.engine.ee;

import java.util.Map;
import org.callwright.call.value.CallPolicy;
import org.callwright.engine.core.EngineConfig;
import org.callwright.engine.core.InstanceId;
import org.callwright.settings.EngineSettings;
import org.callwright.settings.Settings;
import org.callwright.settings.SpeechSettings;
import org.callwright.settings.WebhookSettings;

/** The settings that the engine's parts are made with. */
public record AllSettings(Settings general, EngineSettings engine, WebhookSettings webhooks, SpeechSettings speech) {

    public static AllSettings fromEnvironment(Map<String, String> env) {
        return new AllSettings(Settings.fromEnvironment(env), EngineSettings.fromEnvironment(env),
                WebhookSettings.fromEnvironment(env), SpeechSettings.fromEnvironment(env));
    }

    EngineConfig engineConfig() {
        CallPolicy policy = new CallPolicy(general.recordDefaultAction().equals("current"), engine.maxCallLength(),
                engine.maxDocuments(), publicBaseUrl(), general.trunk());
        return new EngineConfig(InstanceId.of(general.data()), policy, engine.maxCalls(), engine.stopLimit());
    }

    String publicBaseUrl() {
        return general.publicBaseUrl();
    }
}
