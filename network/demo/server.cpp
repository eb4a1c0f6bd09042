// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/server.h"

#include <algorithm>
#include <array>
#include <functional>
#include <httplib.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace rox::demo {
namespace {

constexpr int Backlog = 128;
constexpr int BindAttempts = 20;
constexpr std::time_t KeepAliveSeconds = 90;
constexpr std::time_t TransferSeconds = 120;
constexpr std::size_t ManyRequests = 1'000'000;
constexpr std::size_t ChunkSize = 1 << 20;

/// Starts one thread per connection. In cpp-httplib's pool of eight threads, eight idle keep-alive
/// connections would block all others.
class ThreadPerConnection : public httplib::TaskQueue
{
    /// The return type of enqueue(): void in cpp-httplib 0.11; in 0.18 bool, true if accepted.
    using Taken = decltype(std::declval<httplib::TaskQueue &>().enqueue({}));

public:
    Taken enqueue(std::function<void()> serve) override
    {
        std::thread(std::move(serve)).detach();
        return Taken(true);
    }
    void shutdown() override {}
};

/// Sends Go's answer to plain HTTP on a TLS port. cpp-httplib has no hook for it, so this is an
/// OpenSSL info callback.
void answerPlainHttp(const SSL *ssl, int where, int result)
{
    if ((where & SSL_CB_EXIT) == 0 || result > 0
        || ERR_GET_REASON(ERR_peek_error()) != SSL_R_HTTP_REQUEST)
        return;
    constexpr std::string_view answer =
        "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";
    const int fd = SSL_get_fd(ssl);
    // Closing a socket with unread bytes sends RST, and the peer would lose the answer.
    std::array<char, 4096> rest{};
    while (recv(fd, rest.data(), rest.size(), MSG_DONTWAIT) > 0) {
    }
    (void)send(fd, answer.data(), answer.size(), MSG_NOSIGNAL);
}

bool setUpTls(SSL_CTX &context, const Authority &authority)
{
    SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION);
    SSL_CTX_set_info_callback(&context, answerPlainHttp);
    // Central sends its CA certificate along.
    return SSL_CTX_use_certificate(&context, authority.leaf()) == 1
           && SSL_CTX_use_PrivateKey(&context, authority.leafKey()) == 1
           && SSL_CTX_add1_chain_cert(&context, authority.caCertificate()) == 1;
}

HttpRequest fromLibrary(const httplib::Request &in)
{
    HttpRequest request;
    request.method = in.method;
    request.path = in.path;
    const std::size_t mark = in.target.find('?');
    if (mark != std::string::npos)
        request.query = in.target.substr(mark + 1, in.target.find('#') - mark - 1);
    request.contentType = in.get_header_value("Content-Type");
    request.accept = in.get_header_value("Accept");
    request.acceptEncoding = in.get_header_value("Accept-Encoding");
    request.cookie = in.get_header_value("Cookie");
    const auto [first, last] = in.headers.equal_range("Authorization");
    for (auto header = first; header != last; ++header)
        request.authorization.push_back(header->second);
    return request;
}

/// Sets the body through a content provider, because cpp-httplib may compress a plain body itself.
void toLibrary(HttpReply reply, httplib::Response &out)
{
    out.status = reply.status;
    for (const auto &[name, value] : reply.headers)
        out.set_header(name, value);
    if (reply.body.empty()) { // an empty provider would never end
        out.set_content(reply.body, reply.contentType);
        return;
    }
    auto body = std::make_shared<const std::string>(std::move(reply.body));
    out.set_content_provider(
        body->size(), reply.contentType,
        [body](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
            return sink.write(body->data() + offset, std::min(length, ChunkSize));
        });
}

bool hasBody(const httplib::Request &request)
{
    const bool mayHave = request.method == "POST" || request.method == "PUT"
                         || request.method == "PATCH" || request.method == "DELETE";
    return mayHave
           && (request.has_header("Content-Length") || request.has_header("Transfer-Encoding"));
}

void readBody(HttpRequest &request, const httplib::ContentReader &reader)
{
    reader([&request](const char *data, std::size_t size) {
        request.bodySize += size;
        if (request.bodySize <= MaxMessageSize)
            request.body.append(data, size);
        return true;
    });
}

void serveThrough(httplib::Server &server, Gateway &gateway)
{
    // A pre-routing handler, because cpp-httplib would wait for a body even without Content-Length.
    // Clears the Range header, which Central does not support.
    server.set_pre_routing_handler([&gateway](const httplib::Request &in, httplib::Response &out) {
        const_cast<httplib::Request &>(in).ranges.clear();
        if (hasBody(in))
            return httplib::Server::HandlerResponse::Unhandled;
        toLibrary(gateway.serve(fromLibrary(in)), out);
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto withBody = [&gateway](const httplib::Request &in, httplib::Response &out,
                                     const httplib::ContentReader &reader) {
        HttpRequest request = fromLibrary(in);
        readBody(request, reader);
        toLibrary(gateway.serve(request), out);
    };
    const std::string anything = R"([\s\S]*)";
    server.Post(anything, withBody);
    server.Put(anything, withBody);
    server.Patch(anything, withBody);
    server.Delete(anything, withBody);
}

/// Binds @p server; false if the address or the port is not available.
bool bindTo(httplib::Server &server, const char *host, int &port)
{
    int fd = -1;
    // Replaces cpp-httplib's default SO_REUSEPORT, with which two processes can share a port.
    server.set_socket_options([&fd](int socket) {
        const int on = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        fd = socket;
    });
    if (port == 0) {
        port = server.bind_to_any_port(host);
        if (port <= 0)
            return false;
    } else if (!server.bind_to_port(host, port)) {
        return false;
    }
    listen(fd, Backlog); // cpp-httplib uses a backlog of five
    return true;
}

bool hasIpv6Loopback()
{
    const int fd = socket(AF_INET6, SOCK_STREAM, 0);
    if (fd < 0)
        return false;
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    const bool has = bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    close(fd);
    return has;
}

} // namespace

LoopbackServer::LoopbackServer(Gateway &gateway, const Authority *authority, int port)
    : m_gateway(gateway)
    , m_authority(authority)
{
    const int attempts = port == 0 ? BindAttempts : 1;
    for (int i = 0; i < attempts && m_listeners.empty(); ++i)
        tryBind(port);
    if (m_listeners.empty())
        throw std::runtime_error(port == 0 ? "no port is free"
                                           : "port " + std::to_string(port) + " is in use");
}

LoopbackServer::~LoopbackServer()
{
    for (auto &listener : m_listeners)
        listener->stop();
    for (std::thread &thread : m_threads)
        thread.join();
}

void LoopbackServer::start()
{
    for (auto &listener : m_listeners)
        m_threads.emplace_back([server = listener.get()] { server->listen_after_bind(); });
}

std::unique_ptr<httplib::Server> LoopbackServer::newListener() const
{
    std::unique_ptr<httplib::Server> server;
    if (m_authority)
        server = std::make_unique<httplib::SSLServer>(
            [this](SSL_CTX &context) { return setUpTls(context, *m_authority); });
    else
        server = std::make_unique<httplib::Server>();
    if (!server->is_valid())
        throw std::runtime_error("TLS could not be set up");
    server->new_task_queue = [] { return new ThreadPerConnection; };
    server->set_tcp_nodelay(true);
    server->set_keep_alive_max_count(ManyRequests);
    server->set_keep_alive_timeout(KeepAliveSeconds);
    server->set_read_timeout(TransferSeconds);
    server->set_write_timeout(TransferSeconds);
    serveThrough(*server, m_gateway);
    return server;
}

/// "localhost" may resolve to 127.0.0.1 or ::1, so the port must be free on both if there is IPv6.
void LoopbackServer::tryBind(int port)
{
    auto ipv4 = newListener();
    if (!bindTo(*ipv4, "127.0.0.1", port))
        return;
    auto ipv6 = newListener();
    const bool both = bindTo(*ipv6, "::1", port);
    if (!both && hasIpv6Loopback())
        return;
    m_port = port;
    m_listeners.push_back(std::move(ipv4));
    if (both)
        m_listeners.push_back(std::move(ipv6));
}

} // namespace rox::demo
