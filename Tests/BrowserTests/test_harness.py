"""The harness sees what it is there to see: a test that cannot fail would prove nothing."""

import json

HEAD = "<!DOCTYPE html><html lang=en><title>x</title><main id=main><h1>x</h1></main>"


def faults_of(page, folder, body):
    file = folder / "page.html"
    file.write_text(HEAD + body, encoding="utf-8")
    page.open(file)
    page.settle()
    return "\n".join(page.faults())


def test_requests_are_seen(page, tmp_path):
    assert "request: https://example.org/a.png" in faults_of(page, tmp_path, "<img src='https://example.org/a.png'>")


def test_script_that_ran_is_seen(page, tmp_path):
    found = faults_of(page, tmp_path, "<img src='data:,' onerror='__taohua_pwned(1); alert(2)'>")
    assert "ran: __taohua_pwned 1" in found and "ran: alert 2" in found


def test_script_errors_are_seen(page, tmp_path):
    assert "console: SEVERE" in faults_of(page, tmp_path, "<script>missing()</script>")


def test_refused_resources_are_seen(page, tmp_path):
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    assert "console: SEVERE" in faults_of(page, tmp_path, policy + "<script>1</script>")


def test_files_of_others_are_seen(page, tmp_path):
    assert "request: file:///etc/hostname" in faults_of(page, tmp_path, "<script src=file:///etc/hostname></script>")


def test_downloads_arrive(page, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(HEAD + "<a download=it.json href='data:application/json,%7B%22a%22%3A1%7D'>get</a>", encoding="utf-8")
    page.open(file)
    assert json.loads(page.download("a", "get").read_text(encoding="utf-8")) == {"a": 1}
