package dev.assay.engine.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;

class RegistrationTest {

    private static InputStream resource(String name) {
        InputStream stream = AssayTestEngine.class.getClassLoader().getResourceAsStream(name);
        assertThat(stream).as(name).isNotNull();
        return stream;
    }

    @Test
    void the_engine_is_found_as_a_service() {
        assertThat(ServiceLoader.load(TestEngine.class)).anyMatch(AssayTestEngine.class::isInstance);
    }

    @Test
    void class_path_and_module_path_register_the_same() throws IOException {
        ModuleDescriptor module = ownModule();
        String service;
        try (InputStream stream =
                AssayTestEngine.class.getResourceAsStream("/META-INF/services/" + TestEngine.class.getName())) {
            service = new String(stream.readAllBytes(), UTF_8).strip();
        }

        assertThat(module.provides())
                .extracting(ModuleDescriptor.Provides::service)
                .containsExactly(TestEngine.class.getName());
        assertThat(module.provides())
                .flatExtracting(ModuleDescriptor.Provides::providers)
                .isEqualTo(List.of(service));
    }

    private static ModuleDescriptor ownModule() throws IOException {
        ModuleDescriptor descriptor = AssayTestEngine.class.getModule().getDescriptor();
        if (descriptor != null) {
            return descriptor;
        }
        try (InputStream stream = resource("module-info.class")) {
            return ModuleDescriptor.read(stream);
        }
    }
}
