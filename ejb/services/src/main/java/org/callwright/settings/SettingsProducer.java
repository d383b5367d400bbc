package org.callwright.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the settings once, when the first bean wants them; a bad value fails the deployment with its key. */
@ApplicationScoped
public class SettingsProducer {

    @Produces
    @Singleton
    Settings settings() {
        return Settings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    EngineSettings engineSettings() {
        return EngineSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    WebhookSettings webhookSettings() {
        return WebhookSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    SpeechSettings speechSettings() {
        return SpeechSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    CallbackSettings callbackSettings() {
        return CallbackSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    CleanupSettings cleanupSettings() {
        return CleanupSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    MessageCleanupSettings messageCleanupSettings() {
        return MessageCleanupSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    AccessSettings accessSettings() {
        return AccessSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    TelesignSettings telesignSettings() {
        return TelesignSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    TmsApiSettings tmsApiSettings() {
        return TmsApiSettings.fromEnvironment(System.getenv());
    }

    @Produces
    @Singleton
    TmsSettings tmsSettings() {
        return TmsSettings.fromEnvironment(System.getenv());
    }
}
