"""Xapian on the same services, asked the same questions: python3 bench/peers/on_xapian.py, with one service in JSON on each line of its input.

With `first` it only finds the first twenty, and guesses how many there are. With `counted` it does what a page of the directory asks for: it looks at everything
that matches, so that it knows how many there are and how many with each mark. Neither knows who may see what. It answers one caller at a time.
"""
import json
import shutil
import signal
import socket
import sys
import tempfile
from urllib.parse import parse_qs, urlsplit

import xapian

counted = sys.argv[1] == 'counted'
place = tempfile.mkdtemp(prefix='schakelbord-xapian-')
writing = xapian.WritableDatabase(place, xapian.DB_CREATE_OR_OPEN)
terms = xapian.TermGenerator()
terms.set_stemmer(xapian.Stem('dutch'))
terms.set_database(writing)
terms.set_flags(xapian.TermGenerator.FLAG_SPELLING)
for line in sys.stdin:
    one = json.loads(line)
    document = xapian.Document()
    terms.set_document(document)
    for words, weight in ((one['name'], 4), (one['summary'], 2), (one['forWhom'], 2), (one['description'], 1)):
        terms.index_text(words, weight)
        terms.increase_termpos()
    document.set_data(one['slug'])
    document.add_value(0, xapian.LatLongCoords(xapian.LatLongCoord(one['latitude'], one['longitude'])).serialise())
    for slot, mark in enumerate(one['marks'], start=1):
        document.add_value(slot, mark)
    if one['free']:
        document.add_boolean_term('XFREE')
    writing.add_document(document)
writing.commit()
writing.close()
database = xapian.Database(place)
everything = database.get_doccount()
# Of each kind of mark that some service has.
slots = [slot for slot in range(1, 9) if database.get_value_freq(slot) > 0]

parser = xapian.QueryParser()
parser.set_stemmer(xapian.Stem('dutch'))
parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
parser.set_default_op(xapian.Query.OP_AND)
parser.set_database(database)
metric = xapian.GreatCircleMetric()


def suggested(begun):
    found = []
    for term in database.allterms(begun):
        found.append(term.term.decode())
        if len(found) == 8:
            break
    return {'words': found}


def answered(asked):
    q = asked.get('q', [''])[0]
    if 'suggest' in asked:
        return suggested(q)
    query = parser.parse_query(q, xapian.QueryParser.FLAG_SPELLING_CORRECTION)
    corrected = parser.get_corrected_query_string()
    if corrected:
        query = parser.parse_query(corrected.decode() if isinstance(corrected, bytes) else corrected, 0)
    if 'free' in asked:
        query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query('XFREE'))
    near = None
    if 'near' in asked:
        latitude, longitude = map(float, asked['near'][0].split(' '))
        near = xapian.LatLongDistancePostingSource(0, xapian.LatLongCoords(xapian.LatLongCoord(latitude, longitude)), metric, 0.0, 4000.0, 1.0)
        query = xapian.Query(xapian.Query.OP_AND_MAYBE, query, xapian.Query(near))
    enquire = xapian.Enquire(database)
    enquire.set_query(query)
    marks = [xapian.ValueCountMatchSpy(slot) for slot in slots] if counted else []
    for spy in marks:
        enquire.add_matchspy(spy)
    found = enquire.get_mset(0, 20, everything if counted else 0)
    answer = {'total': found.get_matches_estimated(), 'slugs': [it.document.get_data().decode() for it in found]}
    if counted:
        answer['counts'] = {mark.term.decode(): mark.termfreq for spy in marks for mark in spy.values()}
    return answer


server = socket.create_server(('127.0.0.1', 0))
print(server.getsockname()[1], flush=True)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
try:
    while True:
        caller, _ = server.accept()
        caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        waiting = b''
        while True:
            read = caller.recv(65536)
            if not read:
                break
            waiting += read
            while b'\r\n\r\n' in waiting:
                head, waiting = waiting.split(b'\r\n\r\n', 1)
                path = head.split(b' ', 2)[1].decode()
                body = json.dumps(answered(parse_qs(urlsplit(path).query))).encode()
                caller.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n' % len(body) + body)
        caller.close()
finally:
    shutil.rmtree(place, ignore_errors=True)
