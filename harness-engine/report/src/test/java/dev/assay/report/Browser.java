package dev.assay.report;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, driven through chromedriver by W3C's WebDriver protocol and Chrome's own additions to it. */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");

    private final Process driver;
    private final String session;

    private Browser(Process driver, String server) throws IOException {
        this.driver = driver;
        Map<String, Object> chrome = Map.of(
                "browserName",
                "chrome",
                "goog:loggingPrefs",
                Map.of("browser", "ALL", "performance", "ALL"),
                "goog:chromeOptions",
                Map.of(
                        "args",
                        ARGUMENTS,
                        "binary",
                        program("chromium", "chromium-browser", "google-chrome", "chrome")
                                .orElseThrow()
                                .toString()));
        JsonNode answer = post(server + "/session", Map.of("capabilities", Map.of("alwaysMatch", chrome)));
        this.session = server + "/session/" + answer.get("sessionId").asString();
    }

    /** Starts a browser; empty where Chromium or chromedriver isn't installed. */
    static Optional<Browser> start() throws IOException {
        Optional<Path> driver = program("chromedriver");
        if (driver.isEmpty()
                || program("chromium", "chromium-browser", "google-chrome", "chrome")
                        .isEmpty()) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(driver.get().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return Optional.of(new Browser(process, "http://127.0.0.1:" + port(process)));
        } catch (IOException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    private static Optional<Path> program(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int port(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IOException("chromedriver names no port: " + said);
    }

    /** Sets the size of the window, however narrow. */
    void resize(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Prefers colours: light or dark. */
    void prefer(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Switches scripts of pages on or off; scripts of tests run anyway. */
    void scripts(boolean enabled) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    }

    void open(Path file) {
        send("/url", Map.of("url", file.toUri().toString()));
    }

    /** Runs a function's body in the page and returns what it returns. */
    JsonNode run(String body, Object... arguments) {
        return send("/execute/sync", Map.of("script", body, "args", List.of(arguments)));
    }

    /** Clicks where an element is, like a user. */
    void click(String selector) {
        send("/element/" + find(selector) + "/click", Map.of());
    }

    /** Moves the pointer onto an element. */
    void point(String selector) {
        run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector);
        Map<String, Object> move = Map.of(
                "type",
                "pointerMove",
                "duration",
                0,
                "x",
                0,
                "y",
                0,
                "origin",
                Map.of("element-6066-11e4-a52e-4f735466cecf", find(selector)));
        send(
                "/actions",
                Map.of("actions", List.of(Map.of("type", "pointer", "id", "mouse", "actions", List.of(move)))));
    }

    /** Presses keys; those without a character have one of WebDriver's, such as {@code \uE014} for an arrow. */
    void press(String key) {
        List<Map<String, String>> strokes =
                List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key));
        send("/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", strokes))));
    }

    private String find(String selector) {
        return send("/element", Map.of("using", "css selector", "value", selector))
                .iterator()
                .next()
                .asString();
    }

    /** Returns what the console said since the last call. */
    List<String> console() {
        return log("browser").map(JsonNode::toString).toList();
    }

    /** Returns the addresses that were asked for since the last call. */
    List<String> requests() {
        return log("performance")
                .map(entry -> JSON.readTree(entry.get("message").asString()).get("message"))
                .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.get("params").get("request").get("url").asString())
                .toList();
    }

    private Stream<JsonNode> log(String type) {
        return send("/se/log", Map.of("type", type)).valueStream();
    }

    /** Takes a picture of the whole page. */
    byte[] screenshot() {
        JsonNode picture = command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode(picture.get("data").asString());
    }

    /** Prints the page. */
    byte[] pdf() {
        return Base64.getDecoder()
                .decode(command("Page.printToPDF", Map.of()).get("data").asString());
    }

    private JsonNode command(String name, Map<String, ?> parameters) {
        return send("/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    private JsonNode send(String path, Map<String, ?> body) {
        try {
            return post(session + path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e, e);
        }
    }

    private static JsonNode post(String address, Map<String, ?> body) throws IOException {
        return ask(address, "POST", JSON.writeValueAsString(body));
    }

    private static JsonNode ask(String address, String method, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestMethod(method);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        boolean isError = connection.getResponseCode() >= 400;
        try (InputStream stream = isError ? connection.getErrorStream() : connection.getInputStream()) {
            JsonNode value = JSON.readTree(stream.readAllBytes()).get("value");
            if (isError) {
                throw new IOException(value.get("error").asString() + ": "
                        + value.get("message").asString());
            }
            return value;
        }
    }

    @Override
    public void close() {
        try {
            ask(session, "DELETE", "");
            driver.destroy();
            driver.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("the browser can't be closed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroyForcibly();
        }
    }
}
