package dev.assay.clients;

/**
 * What a failed assertion says.
 *
 * @param demand what its message expects
 * @param finding what its message found
 * @param expected one side of the difference that clients show
 * @param actual the other side
 */
record Miss(String demand, String finding, String expected, String actual) {

    String sentence() {
        return "Expecting " + demand + " but " + finding;
    }
}
