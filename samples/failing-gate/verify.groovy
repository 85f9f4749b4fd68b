// Runs after the build of this project, which must have failed, and for the stated reasons only.

def expectedLines = [
    'There are test failures',
]
def unexpectedLines = [
    'COMPILATION ERROR',
    'Could not resolve dependencies',
]

def log = new File(basedir, 'build.log').getText('UTF-8')
def missing = expectedLines.findAll { !log.contains(it) }
def present = unexpectedLines.findAll { log.contains(it) }

assert missing.isEmpty() : "The build log lacks: ${missing}"
assert present.isEmpty() : "The build log contains: ${present}"
