// One thread of the server with its own event loop and the connections that live there.
// Not a pool: a connection stays with its thread, so that nothing of it needs a lock. Rule kept:
// all but `context` is touched on the worker's thread only.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <list>
#include <memory>
#include <string>

#include "adapters/http/state.hpp"

namespace kallad::http {

/// A connection as its worker sees it.
class Session {
 public:
  Session() = default;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  virtual ~Session() = default;
  /// Ends whatever it waits for, and it is idle no more; it is gone soon.
  virtual void close_now() = 0;
  /// The server drains: ends what has no request in flight.
  virtual void wind_down() = 0;
};

class Worker {
 public:
  explicit Worker(State& shared) : state(shared) {}

  boost::asio::io_context context{1};
  State& state;

  /// The status with which a new connection is turned away, 0 where it may stay: then the one that
  /// has been idle longest gives way to it, where that is needed.
  unsigned refusal(const Visit& visit);
  /// From now on nothing new: the loop ends with the last connection.
  void wind_down();
  void close_all();
  /// The Date header's value, made once a second.
  const std::string& date();

 private:
  friend class Place;
  bool make_room();
  void leave_when_empty();

  std::list<Session*> busy_;
  std::list<Session*> idle_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> stay_{
      context.get_executor()};
  bool winding_down_ = false;
  std::chrono::seconds dated_{-1};
  std::string date_;
};

/// A connection's entry in its worker's lists.
class Place {
 public:
  Place(Worker& worker, Session& session);
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place();
  /// Idle connections give way when there is no room.
  void set_idle(bool idle);
  bool idle() const { return idle_; }

 private:
  Worker& worker_;
  std::list<Session*>::iterator here_;
  bool idle_ = false;
};

/// A certificate and its key, ready for use (tls.cpp).
struct TlsContext;
/// Throws std::runtime_error where the files cannot be used.
std::shared_ptr<TlsContext> load_tls(const TlsFiles& files);

/// Lets a connection run on the worker's thread, where it is called.
void open_plain(Worker& worker, boost::asio::ip::tcp::socket socket, Visit visit);
void open_tls(Worker& worker, boost::asio::ip::tcp::socket socket, Visit visit,
              std::shared_ptr<TlsContext> tls);

}  // namespace kallad::http
